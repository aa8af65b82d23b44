import type { Day } from '../../shared/dates.ts'
import { formatDay } from '../../shared/format-date.ts'
import type { Language } from '../../shared/language.ts'
import { texts } from '../../shared/texts/texts.ts'
import { escapeHtml } from './escape.ts'
import { fontFaces } from './fonts.ts'

const style = `
@page { size: A4; margin: 22mm }
:root { color-scheme: light; font: 11pt/16.5pt Literata, Georgia, serif; color: #000; background: #fff; overflow-wrap: anywhere; text-wrap: pretty }
body { margin: 0 }
@media screen { body { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 22mm } }
h1, h2, p, dl, dd, ol, ul, li { margin: 0; padding: 0; font: inherit }
h1 { font-size: 24pt; line-height: 30pt; font-weight: 600; letter-spacing: -.005em }
.lead { margin-top: 8pt; max-width: 125mm; font-size: 12.5pt; line-height: 19pt }
dl { display: grid; grid-template-columns: max-content 1fr; column-gap: 24px; row-gap: 2pt; margin-top: 20pt }
dt { font-style: italic }
.code { display: grid; grid-template-columns: repeat(4, 1fr); row-gap: 12mm; margin: 12mm 0 14mm; padding: 12mm 0; border-top: .75pt solid; border-bottom: .75pt solid;
  font: 600 25pt/30pt Atkinson, "DejaVu Sans Mono", Consolas, monospace; letter-spacing: .1em; text-indent: .1em; text-align: center; list-style: none }
.code li { counter-increment: group; break-inside: avoid }
.code li::before { content: counter(group); display: block; font: 400 9pt/12pt Literata, Georgia, serif; letter-spacing: 0 }
h2 { margin-top: 14pt; font-weight: 600; break-after: avoid }
.steps { padding-left: 20px }
.steps li { margin-top: 3pt; padding-left: 4px }
.warning { margin-top: 18pt; padding-top: 10pt; border-top: .75pt solid; font-weight: 600 }
`

/**
 * The recovery sheet for paper: the code large in its eight groups, what it is
 * for, what to do, where to keep it. Holds the code: it goes to print or to
 * where the person saves it, and nowhere else.
 */
export function recoverySheetHtml({ code, vault, date, language }: { code: string; vault: string; date: Day; language: Language }): string {
  const words = texts[language].recovery
  const list = (items: readonly string[]) => items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(words.title)}</title>
<style>${style}${fontFaces(['Literata', 'Atkinson'])}</style>
</head>
<body>
<h1>${escapeHtml(words.title)}</h1>
<p class="lead">${escapeHtml(words.lead)}</p>
<dl>
<dt>${escapeHtml(words.vault)}</dt><dd dir="auto">${escapeHtml(vault)}</dd>
<dt>${escapeHtml(words.made)}</dt><dd>${escapeHtml(formatDay(language, date))}</dd>
</dl>
<ol class="code" aria-label="${escapeHtml(words.code)}">
${list(groupsOf(code))}
</ol>
<h2>${escapeHtml(words.useTitle)}</h2>
<ol class="steps">
${list(words.use)}
</ol>
<h2>${escapeHtml(words.keepTitle)}</h2>
<ul class="steps">
${list(words.keep)}
</ul>
<p class="warning">${escapeHtml(words.warning)}</p>
</body>
</html>
`
}

/** However the code is written, eight groups of four. */
function groupsOf(code: string): string[] {
  return code.replace(/[\s-]/g, '').toUpperCase().match(/.{1,4}/gu) ?? []
}
