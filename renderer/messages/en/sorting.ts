export const sorting = {
  'ui.sort.grip': 'Move: {name}',
  'ui.sort.how': 'Drag it, or press Enter and choose its place with the arrows',
  'ui.sort.place': 'Place {n} of {of}',
  'ui.sort.keys': 'Enter puts it there, Esc leaves it where it was',
  'ui.sort.stays': 'It stays where it was',
}
