/** The look of a document on paper and on screen, one constant text; the preview puts it in a shadow tree. */
import type { Paper } from '../../shared/exporting.ts'
import { fontFaces } from './fonts.ts'

export const documentStyle = `
@page { size: A4; margin: 22mm }
:root { color-scheme: light; font: 11pt/16pt Literata, Georgia, "Times New Roman", serif; color: #000; background: #fff;
  font-kerning: normal; hyphens: manual; text-wrap: pretty; overflow-wrap: anywhere }
body { margin: 0 }
@media screen { body { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 22mm } }
h1, h2, h3, h4, p, ul, ol, li, dl, dd, blockquote { margin: 0; padding: 0; font: inherit }
h1 { font-size: 19pt; line-height: 25pt; font-weight: 600; letter-spacing: -.005em; text-wrap: balance }
h2 { margin-top: 24pt; padding-bottom: 4pt; border-bottom: .75pt solid; font-size: 13pt; line-height: 18pt; font-weight: 600 }
h3 { margin-top: 14pt; font-weight: 600 }
h4 { margin-top: 8pt; font-weight: 600 }
h1, h2, h3, h4 { break-after: avoid; break-inside: avoid }
.facts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 32px; margin-top: 12pt }
.facts div { display: grid; grid-template-columns: max-content 1fr; column-gap: 20px }
.facts dt { min-width: 64px; font-style: italic }
.facts .wide { grid-column: 1 / -1 }
p, li, blockquote { unicode-bidi: plaintext }
p, ul, ol, blockquote { margin-top: 4pt; orphans: 2; widows: 2 }
.where { margin-top: 6pt }
.caption { font-style: italic; break-after: avoid; text-wrap: balance }
.question { break-after: avoid }
article { margin-top: 8pt }
article > :first-child { margin-top: 0 }
.rows { list-style: none; margin-top: 4pt }
.rows > li { display: grid; grid-template-columns: 28px 1fr auto; margin-top: 3pt; break-inside: avoid }
.rows > li > .words > :first-child { margin-top: 0 }
.rows .caption { max-width: 62mm; padding-left: 16px; text-align: end; font-size: 10pt }
.numbers { font-variant-numeric: lining-nums tabular-nums }
.box { display: inline-block; position: relative; top: 1.5pt; width: 8.5pt; height: 8.5pt; border: .75pt solid; border-radius: 1.5pt }
.box.ticked::after { content: ""; position: absolute; left: 2.6pt; top: .2pt; width: 2.4pt; height: 5.4pt; border: solid; border-width: 0 1.2pt 1.2pt 0; transform: rotate(42deg) }
.marks { list-style: none }
.marks > li { display: grid; grid-template-columns: 22px 1fr; margin-top: 2pt }
.i1 { margin-left: 20px } .i2 { margin-left: 40px } .i3 { margin-left: 60px } .i4 { margin-left: 80px }
.i5 { margin-left: 100px } .i6 { margin-left: 120px } .i7 { margin-left: 140px } .i8 { margin-left: 160px }
blockquote { padding-left: 16px; border-left: 1.5pt solid; font-style: italic }
table { width: 100%; margin-top: 6pt; border-collapse: collapse }
tr { break-inside: avoid }
th, td { padding: 3pt 8pt; border: .75pt solid; vertical-align: top; text-align: start; font: inherit }
th { font-weight: 600 }
:is(th, td) > :first-child { margin-top: 0 }
.mask { display: inline-block; width: 3.5em; height: .84em; overflow: hidden; vertical-align: -.06em; color: transparent; background: #000;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; white-space: nowrap; user-select: none }
@media screen and (max-width: 640px) {
  body { padding: 24px 16px }
  .facts { grid-template-columns: 1fr; row-gap: 4pt }
  .rows > li { grid-template-columns: 28px 1fr }
  .rows > li > .caption { grid-column: 2; max-width: none; padding-left: 0; text-align: start }
}
`

/** What makes it look like something one would sign: hanging numbers, two columns where there are two languages, room for a pen. */
export const agreementStyle = `
.agreement h1, .agreement .above, .agreement .facts, .agreement h2, .agreement .notes, .agreement .signatures, .agreement .end { padding-left: 32px }
.agreement .mark { display: inline-block; margin: 0 0 10pt 32px; padding: 1pt 8pt; border: .75pt solid; font-size: 10pt; line-height: 14pt; font-weight: 600 }
.agreement h2 { font-size: inherit; line-height: inherit; margin-top: 20pt }
.agreement .facts { margin-top: 14pt; margin-bottom: 6pt }
.agreement .rows { margin-top: 7pt }
.agreement .rows > li { grid-template-columns: 32px minmax(0, 1fr); margin-top: 2.5pt }
.agreement .rows > .long { break-inside: auto }
.agreement .long p { widows: 3 }
.two h1 { padding-left: 0 }
.two .above, .two h2 { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 32px; align-items: baseline }
.two .above .beside { margin: 0; font-size: 19pt; line-height: 25pt; text-wrap: balance }
.two .beside { font-style: italic; font-weight: 400 }
.two .words.beside { font-style: normal }
.two .words .missing { font-style: italic }
.agreement.two .rows > li { grid-template-columns: 32px minmax(0, 1fr) minmax(0, 1fr) }
.two .rows > li > .words { padding-right: 16px }
.two .rows > li > .words.beside { padding: 0 0 0 16px }
.close { display: flow-root; break-before: avoid; break-inside: avoid }
.notes { margin-top: 20pt; break-inside: avoid; text-wrap: balance }
.two .notes > div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 32px }
.signatures { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 32px; margin-top: 6mm; break-inside: avoid }
.place p { margin: 0 }
.place .hand { min-height: 20mm; display: flex; align-items: flex-end; padding-bottom: 4pt; font-size: 15pt; line-height: 20pt; font-style: italic }
.place .line { display: flex; column-gap: 8px; padding-top: 5pt; border-top: .75pt solid }
.place .line span { flex: 1; min-width: 0 }
.place .line em { flex: 0 0 48% }
.place .said { font-size: 9.5pt; line-height: 13pt }
.place .said + .hand { min-height: 12mm }
@media screen { .two { container-type: inline-size } }
@container (max-width: 560px) { .two .above h1, .two .above .beside { font-size: 14pt; line-height: 20pt } }
.end { margin-top: 24pt; font-size: 9.5pt; line-height: 13pt }
@media screen and (max-width: 640px) {
  .two .above, .two h2, .two .notes > div, .agreement .signatures { grid-template-columns: minmax(0, 1fr) }
  .agreement.two .rows > li { grid-template-columns: 32px minmax(0, 1fr) }
  .two .rows > li > .words.beside { grid-column: 2; margin-top: 4pt; padding: 0 }
  .agreement .facts { grid-template-columns: minmax(0, 1fr) }
}
`

/** What it is printed on; A4 is in the style itself. */
export function paperStyle(paper: Paper): string {
  return paper === 'letter' ? '@page { size: Letter }' : ''
}

/** What only the printed page has: its number at the left of the foot, the document's id, and what else tells it from others. */
export function footStyle(foot: { page: string; of: string; after: string; centre: string; right: string }): string {
  const text = (words: string) => `"${[...words].map((c) => /[\w .,:-]/.test(c) ? c : `\\${(c.codePointAt(0) ?? 32).toString(16)} `).join('')}"`
  const box = 'font: 8.5pt/12pt Literata, Georgia, serif; border-top: .75pt solid #000; padding-top: 4pt; margin-top: 5mm; margin-bottom: 9mm; vertical-align: top;'
  const [left, middle, right] = foot.centre === '' ? ['50%', null, '50%'] : ['36%', '28%', '36%']
  return `@page { margin-bottom: 26mm; @bottom-left { ${box} width: ${left}; text-align: left; content: ${text(foot.page)} counter(page) ${text(foot.of)} counter(pages) ${text(foot.after)} }
${middle === null ? '' : `@bottom-center { ${box} width: ${middle}; text-align: center; content: ${text(foot.centre)} }
`}@bottom-right { ${box} width: ${right}; text-align: right; content: ${text(foot.right)} } }`
}

let faces: string | undefined

/** The faces a document is set in; constant too. */
export function documentFaces(): string {
  faces ??= fontFaces(['Literata'])
  return faces
}
