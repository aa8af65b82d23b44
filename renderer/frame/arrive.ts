/** Asked for the place where one already is: begin at its head again, or in the field that it begins with. */
export function arriveAgain(): void {
  const title = document.querySelector<HTMLElement>('#sheet h1')
  const field = title?.dataset.fieldFirst === undefined ? null : document.querySelector<HTMLElement>('#sheet [contenteditable="true"], #sheet input')
  window.scrollTo(0, 0)
  ;(field ?? title)?.focus({ preventScroll: true })
}
