/** No name under `.invalid` can ever be looked up: what is not answered from memory fails. */
export const appOrigin = 'https://mentoring-journal.invalid'
/** Another origin than the journal's: neither page can reach into the other. */
export const dialogOrigin = 'https://dialog.mentoring-journal.invalid'
export const appAddress = `${appOrigin}/`
export const dialogAddress = `${dialogOrigin}/`
