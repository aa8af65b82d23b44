/** No name under `.invalid` can ever be looked up: what is not answered from memory fails. */
export const appOrigin = 'https://mentoring-journal.invalid'
/** Another origin than the journal's: neither page can reach into the other. */
export const dialogOrigin = 'https://dialog.mentoring-journal.invalid'
/** An empty page of another site: going there and back takes a fresh process. */
export const blankOrigin = 'https://mentoring-journal-blank.invalid'
export const blankAddress = `${blankOrigin}/`
export const appAddress = `${appOrigin}/`
export const dialogAddress = `${dialogOrigin}/`
