import { describe, expect, test } from 'vitest'
import { renderDocx } from '../../../electron/exports/docx.ts'
import { buildModel } from '../../../electron/exports/guard.ts'
import { renderHtml } from '../../../electron/exports/html.ts'
import { plainParagraph } from '../../../electron/exports/lexical.ts'
import { renderMarkdown } from '../../../electron/exports/markdown.ts'
import type { DocumentModel } from '../../../electron/exports/model.ts'
import { ExportDraft, mask } from '../../../shared/exporting.ts'
import { toDraft } from '../../../electron/exports/gather.ts'
import { Language } from '../../../shared/language.ts'
import { agreementCopyTexts } from '../../../shared/texts/agreement-copy.ts'
import { texts } from '../../../shared/texts/texts.ts'
import { versionTexts } from '../../../shared/texts/version.ts'
import { docxParts, docxWords } from './docx-parts.ts'
import { gathered, item, modelOf, newId, settled, settledModel, space, spaceId, tickAll } from './sample.ts'

const everyFormat = async (model: DocumentModel) => ({
  html: renderHtml(model, 'screen'), paper: renderHtml(model, 'paper'), markdown: renderMarkdown(model), docx: docxWords(await renderDocx(model)).join('\n'),
})
const clause = (language: Language, id: keyof typeof texts.en.clauses) => texts[language].clauses[id].replaceAll('{mentor}', 'Sari Wulandari').replaceAll('{mentee}', 'Ana de Vries')
const signature = (who: 'mentor' | 'mentee', name: string, withdrawnAt: string | null = null) => ({ who, name, on: '2026-11-24', at: '2026-11-24T11:00:00.000Z', withdrawnAt })

describe('a version', () => {
  test('prints what it froze: its words, names, order, dates and number, whatever the draft says by now', () => {
    const { items, scope } = settled()
    const later = item('clause', { group: 'mentor', sample: null, clear: false, texts: { en: 'Written afterwards.' } }, { parentId: scope.agreementId })

    const from = gathered([...items, later], { scope, space: { ...space, me: 'Another', other: 'Name' }, today: '2027-05-01' })

    expect(from.sections.map((section) => section.blocks.length)).toEqual([6, 5, 1])
    expect(JSON.stringify(from)).not.toMatch(/Written afterwards|Another|2027-05-01/)
    expect(from.facts).toEqual([
      { label: 'Mentor', value: 'Sari Wulandari' }, { label: 'Mentee', value: 'Ana de Vries' }, { label: 'Version', value: '3' },
      { label: 'Date', value: '24 November 2026' }, { label: 'Period', value: '1 October 2026 – 1 October 2027' },
    ])
    expect(from.fileName).toBe('agreement-version-3-2026-11-24-en')
    ExportDraft.parse(toDraft(from))
  })

  test.each(Language.options)('signed in %s has each name, its day, and the check words in every format', async (language) => {
    const outputs = await everyFormat(settledModel({}, language))

    for (const output of Object.values(outputs)) {
      expect(output).toContain('Sari Wulandari')
      expect(output).toContain(versionTexts[language].signed.replace('{date}', language === 'nl' ? '24 november 2026' : '24 November 2026'))
    }
    for (const output of [outputs.html, outputs.markdown]) expect(output).toContain(versionTexts[language].checkWords.replace('{words}', 'river lamp oak sugar'))
    expect(outputs.paper).toContain('content: "river lamp oak sugar"')
    expect(docxParts(await renderDocx(settledModel({}, language)))['word/footer1.xml']).toContain('river lamp oak sugar')
  })

  test('keeps a signature that was withdrawn and the one that followed it, and leaves room for the one to come', async () => {
    const model = settledModel({ signatures: [signature('mentee', 'Ana 🧭', '2026-11-25T10:00:00.000Z'), signature('mentee', 'Ana B.')] })

    expect(model.settlement?.places).toEqual([
      { name: 'Sari Wulandari', signed: [], room: true },
      { name: 'Ana de Vries', room: false, signed: [
        { name: 'Ana 🧭', said: { text: 'Signed on 24 November 2026, withdrawn on 25 November 2026', beside: '' } },
        { name: 'Ana B.', said: { text: 'Signed on 24 November 2026', beside: '' } },
      ] },
    ])
    for (const output of Object.values(await everyFormat(model))) expect(output).toContain('withdrawn on 25 November 2026')
  })

  test.each(['spoken', 'paper', 'declined'] as const)('that was %s says so, and has lines for a pen only where one signs on paper', async (how) => {
    const outputs = await everyFormat(settledModel({ how, signatures: [] }))

    const said = agreementCopyTexts.en.how[how].replace('{date}', '24 November 2026')
    for (const output of Object.values(outputs)) expect(output).toContain(said)
    expect(outputs.html.includes('class="place"')).toBe(how === 'paper')
    expect(outputs.markdown.includes('.....')).toBe(how === 'paper')
  })

  test('names who vouches for a translation where that language is on the page, and not elsewhere', async () => {
    const vouches = [{ language: 'id' as const, who: 'mentor' as const }]

    for (const output of Object.values(await everyFormat(settledModel({ vouches }, 'en', 'id')))) expect(output).toContain('Only Sari Wulandari reads Indonesian')
    for (const output of Object.values(await everyFormat(settledModel({ vouches }, 'en', 'nl')))) expect(output).not.toContain('vouches')
  })
})

describe('two languages', () => {
  test('stand beside each other clause by clause, in a table of two columns in DOCX', async () => {
    const outputs = await everyFormat(settledModel({}, 'nl', 'id'))

    for (const output of Object.values(outputs)) {
      for (const words of [clause('nl', 'mentor-attention'), clause('id', 'mentor-attention'), 'Mentorovereenkomst', 'Kesepakatan mentoring']) expect(output).toContain(words)
    }
    expect(outputs.html).toContain('<div class="words beside" lang="id">')
    expect(outputs.markdown).toContain(`1. ${clause('nl', 'mentor-attention')}\n\n   > ${clause('id', 'mentor-attention')}`)
    const xml = docxParts(await renderDocx(settledModel({}, 'nl', 'id')))['word/document.xml'] ?? ''
    expect(xml.match(/<w:tblGrid>(<w:gridCol[^>]*\/>){3}<\/w:tblGrid>/g)).toHaveLength(1)
  })

  test('say where a clause was never written in one of them, and show the one it was written in', async () => {
    const clauses = [{ id: newId(), group: 'mentor' as const, texts: { en: 'Only in English.' } }, { id: newId(), group: 'ending' as const, texts: { id: 'Hanya ini.' } }]

    const outputs = await everyFormat(settledModel({ clauses }, 'en', 'id'))

    for (const output of Object.values(outputs)) for (const words of ['Only in English.', 'Belum diterjemahkan', 'Not translated', 'Hanya ini.']) expect(output).toContain(words)
    for (const output of Object.values(await everyFormat(settledModel({ clauses }, 'nl')))) for (const words of ['Only in English.', 'Hanya ini.']) expect(output).toContain(words)
  })

  test('twice the same is one', () => {
    expect(settledModel({}, 'en', 'en').settlement?.beside).toBeNull()
  })
})

describe('what is no settled agreement', () => {
  test('a draft says so on its face and on each page, and has room for both pens and no check words', async () => {
    const agreement = item('agreement', { version: 4, language: 'en' })
    const own = item('clause', { group: 'practical', sample: null, clear: false, texts: { en: 'We meet on Tuesdays.' } }, { parentId: agreement.id })
    const model = modelOf([agreement, own], { scope: { what: 'agreement', spaceId, agreementId: agreement.id } })

    const outputs = await everyFormat(model)

    for (const output of Object.values(outputs)) expect(output).toContain('Draft')
    expect(outputs.paper).toContain('content: "Draft"')
    expect(outputs.html.match(/<em>Date<\/em>/g)).toHaveLength(2)
    expect(model.settlement?.checkWords).toBe('')
  })

  test('with a clause left out, or a word masked, it is an excerpt: nobody signed that, and the check words are not of it', async () => {
    const { items, scope } = settled()
    const from = gathered(items, { scope })
    const order = tickAll(from)
    const [first] = order.blocks

    for (const blocks of [order.blocks.slice(1), order.blocks.with(0, { id: first?.id ?? newId(), paragraphs: [plainParagraph(`${mask} gives ${mask} attention.`)] })]) {
      for (const output of Object.values(await everyFormat(buildModel(from, { ...order, blocks })))) {
        expect(output).toContain('Excerpt')
        expect(output).not.toMatch(/river lamp|Signed on/)
      }
    }
  })
})

test('[F71] a version goes out by its own label or the agreement’s, and nothing around it goes along', () => {
  const { items, scope } = settled({}, 'private')
  const label = (kind: string) => items.map((each) => each.kind === kind ? { ...each, privacy: 'shareable' as const } : each)
  const under = { parentId: scope.agreementId }
  const kept = [
    item('boundary', { question: null, text: 'Blind question', answers: { mentor: { choices: [], text: 'Blind answer', doneAt: null }, mentee: { choices: [], text: '', doneAt: null } }, nearness: null, proposal: null }, under),
    item('ending-card', { who: 'mentee', text: 'Sealed words', sealedAt: null, openings: [] }, under),
    item('agreement-review', { version: newId(), on: '2026-12-24', status: 'planned', doneAt: null, verdicts: [] }, under),
    item('prep', { want: 'Prepared words', bring: '', hard: '' }, under),
  ]

  expect(tickAll(gathered(items, { scope })).blocks).toEqual([])
  expect(tickAll(gathered(label('version'), { scope })).blocks).toHaveLength(12)
  const from = gathered([...label('agreement'), ...kept], { scope })
  expect(from.sections.flatMap((section) => section.blocks).every((block) => block.kind === 'clause')).toBe(true)
  expect(JSON.stringify(from)).not.toMatch(/Blind|Sealed|Prepared/)
})

test('a version of another agreement, or one that is gone, offers nothing', () => {
  const { items, scope } = settled()

  expect(gathered(items, { scope: { ...scope, versionId: newId() } }).sections).toEqual([])
  expect(gathered(items.filter((each) => each.kind !== 'version'), { scope }).sections).toEqual([])
})

test('200 clauses, one of 20,000 characters, names from right to left and emoji are whole in every format; long clauses may break over pages', async () => {
  const long = 'word '.repeat(3999).trim()
  const clauses = [
    { id: newId(), group: 'mentor' as const, texts: { en: long, id: 'مرحبا بالعالم 👩‍👩‍👧' } },
    ...Array.from({ length: 199 }, (_, index) => ({ id: newId(), group: 'practical' as const, texts: { en: `Clause number ${index + 2}.`, id: `Butir ${index + 2}.` } })),
  ]

  const outputs = await everyFormat(settledModel({ clauses, parties: { mentor: 'عبد الرحمن', mentee: '🧭'.repeat(60) } }, 'en', 'id'))

  for (const output of Object.values(outputs)) for (const words of [long, 'مرحبا بالعالم 👩‍👩‍👧', 'Clause number 200.', 'Butir 200.', 'عبد الرحمن', '🧭'.repeat(60)]) expect(output).toContain(words)
  expect(outputs.html.match(/<li class="long">/g)).toHaveLength(1)
})

describe('what is signed stays with the words above it', () => {
  const last = (words: string) => [{ id: newId(), group: 'mentor' as const, texts: { en: 'The first.', id: 'Yang pertama.' } }, { id: newId(), group: 'ending' as const, texts: { en: words, id: 'Yang terakhir.' } }]
  const long = 'word '.repeat(600).trim()

  test.each(['signed', 'paper', 'declined', 'spoken'] as const)('%s: notes and signatures are one block that no page breaks', (how) => {
    const html = renderHtml(settledModel({ how, ...(how === 'signed' ? {} : { signatures: [] }) }), 'screen')

    expect(html).toMatch(/\.close \{[^}]*break-before: avoid; break-inside: avoid/)
    expect(html.match(/<div class="close">/g)).toHaveLength(1)
    expect(html).not.toContain('class="room"')
  })

  test('a long clause at the end holds room for them on its last line, in each column that has words', () => {
    const html = (clauses: ReturnType<typeof last>, beside?: Language) => renderHtml(settledModel({ clauses, how: 'paper', signatures: [] }, 'en', beside), 'screen')

    expect(html(last(long))).toContain(`${long}<span class="room"></span></p>`)
    expect(html(last(long), 'id').match(/<span class="room">/g)).toHaveLength(2)
    expect(html(last(long), 'nl').match(/<span class="room">/g)).toHaveLength(1)
    const [, room, drawn] = /\.room \{[^}]*height: (\d+)mm[^}]*\} \.close \{ margin-top: calc\(16pt - (\d+)mm\)/.exec(html(last(long))) ?? []
    expect([Number(room) > 60, drawn]).toEqual([true, room])
    expect(html(last(long))).toContain('@media print { .room')
    expect(html(last('The last.'))).not.toContain('.room')
  })

  test('in DOCX the last clause, the notes and the line above the signatures each keep with the next', async () => {
    for (const beside of [undefined, 'id'] as const) {
      const xml = docxParts(await renderDocx(settledModel({ clauses: last('The last.'), how: 'paper', signatures: [] }, 'en', beside)))['word/document.xml'] ?? ''
      const paragraphs = xml.split('</w:p>').filter((each) => /<w:p[ >]/.test(each))
      const about = (words: string) => paragraphs.find((each) => each.includes(words)) ?? ''
      expect(about('The last.')).toContain('<w:keepNext/><w:keepLines/>')
      expect(about('The first.')).not.toContain('<w:keepNext/>')
      expect(about('Signed on paper')).toContain('<w:keepNext/>')
    }
  })
})

test.each(Language.options)('what was left unsigned says so on its face in %s, in every format, and keeps its check words', async (language) => {
  const model = settledModel({ how: 'declined', signatures: [] }, language)
  const said = agreementCopyTexts[language].declined

  expect(renderHtml(model, 'paper')).toContain(`<p class="mark">${said}</p>`)
  expect(renderHtml(model, 'paper')).toContain('content: "river lamp oak sugar"')
  expect(renderMarkdown(model)).toMatch(new RegExp(`^\\*\\*${said}\\*\\*\n\n# `))
  const parts = docxParts(await renderDocx(model))
  expect(docxWords(await renderDocx(model))[0]).toBe(said)
  expect(parts['word/footer1.xml']).toContain('river lamp oak sugar')
})

test('a period that ends before it begins is printed as it was agreed', () => {
  const { items, scope } = settled({ period: { from: '2027-10-01', to: '2026-10-01' } })

  expect(gathered(items, { scope }).facts.at(-1)?.value).toBe('1 October 2027 – 1 October 2026')
})

test('Letter paper is what the page and the word-processor file are cut to', async () => {
  const letter = { ...settledModel(), paper: 'letter' as const }

  expect(renderHtml(letter, 'paper')).toContain('@page { size: Letter }')
  expect(docxParts(await renderDocx(letter))['word/document.xml']).toMatch(/w:pgSz w:w="1224\d"/)
})
