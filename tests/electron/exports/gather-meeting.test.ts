import { expect, test } from 'vitest'
import type { Question } from '../../../shared/meeting.ts'
import { meetingTexts } from '../../../shared/texts/meeting-all.ts'
import { gathered, item, modelOf } from './sample.ts'

const question = (more: Partial<Question>): Question => ({
  text: 'What do you hope for?', given: null, part: 'know', minutes: 5, asked: true, answers: { mentor: '', mentee: '' }, ...more,
})
const session = item('session', {
  number: 1, status: 'closed', startsAt: '2026-11-24T10:00', minutes: 60, place: '', mode: 'online',
  moves: [], cancelled: null, startedAt: null, closedAt: null,
}, { onDate: '2026-11-24' })
const under = { parentId: session.id }
const words = (text: string) => ({ style: 'plain', indent: 0, runs: [{ text }] })

test('an answered question is one block: what was asked, and who said what; a given one that nobody answered is none', () => {
  const asked = item('question', question({ given: 'ease', text: 'As it once read', answers: { mentor: 'Tea.\nAnd time.', mentee: 'No phone' } }), { ...under, privacy: 'private' })
  const unasked = item('question', question({ given: 'work' }), under)

  const [section] = gathered([session, asked, unasked], { language: 'nl' }).sections
  const blocks = section?.blocks.filter(({ part }) => part === 'questions') ?? []

  expect(blocks.map(({ id, label, open, privacy }) => ({ id, label, open, privacy }))).toEqual([{ id: asked.id, label: meetingTexts.nl.questions.ease, open: false, privacy: 'private' }])
  expect(blocks[0]?.paragraphs.slice(1)).toMatchObject([words('Ana de Vries: No phone'), words('Sari Wulandari: Tea.'), words('And time.')])
})

test('before the meeting the list goes whole, and words of one’s own are never left out', () => {
  const labels = (status: 'planned' | 'closed') => gathered([
    { ...session, body: { ...session.body, status } }, item('question', question({ given: 'work' }), under), item('question', question({}), under),
  ]).sections.flatMap(({ blocks }) => blocks).filter(({ part }) => part === 'questions').map(({ label }) => label)

  expect(labels('planned')).toEqual([meetingTexts.en.questions.work, 'What do you hope for?'])
  expect(labels('closed')).toEqual(['What do you hope for?'])
})

test('the questions stand under their own heading, between the agenda and the notes', () => {
  const { sections } = modelOf([
    session,
    item('result', { text: 'We go on.' }, under),
    item('question', question({ answers: { mentor: '', mentee: 'More courage' } }), under),
  ])

  expect(sections[0]?.parts.map(({ kind, heading }) => [kind, heading])).toEqual([['facts', null], ['questions', meetingTexts.en.kinds.questions], ['results', 'Results']])
})

test('neither a topic, nor a story, nor what one prepared for oneself is part of a summary that was not asked for it', () => {
  const apart = { ...under, privacy: 'private' as const }
  const blocks = gathered([
    session,
    item('prep', { want: 'Courage', bring: '', hard: '', expect: 'Patience' }, apart),
    item('topic', { text: 'Saying no', given: null, used: [{ session: session.id, on: '2026-11-24' }] }, { privacy: 'private', onDate: '2026-11-24' }),
    item('story', { title: 'The night shift', text: 'I slept.', sort: 'lesson', told: [{ session: session.id, on: '2026-11-24' }] }, { privacy: 'private', onDate: '2026-11-24' }),
  ]).sections.flatMap((section) => section.blocks)

  expect(blocks.map(({ kind, open, privacy }) => [kind, open, privacy])).toEqual([['session', true, 'shareable'], ['prep', false, 'private']])
})
