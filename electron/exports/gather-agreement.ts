/** An agreement as clauses in their groups, numbered through, names filled in: the draft, or a version as it was settled. */
import { ClauseGroup } from '../../shared/agreement.ts'
import type { OneParty, SettledClause, Version } from '../../shared/agreement.ts'
import type { Paragraph } from '../../shared/exporting.ts'
import { formatDay, formatDayRange } from '../../shared/format-date.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { AnyItem, ItemOf, Privacy } from '../../shared/item.ts'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { freezeDraft } from '../../shared/rules/freeze.ts'
import type { Frozen } from '../../shared/rules/freeze.ts'
import { hasOther } from '../../shared/space.ts'
import { agreementCopyTexts } from '../../shared/texts/agreement-copy.ts'
import { fillNames } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import type { GatherInput } from './gather.ts'
import { plainParagraph } from './lexical.ts'
import type { Fact, Gathered, GatheredBlock, GatheredSection } from './model.ts'
import { draftSettlement, versionSettlement } from './settlement.ts'
import type { Languages } from './settlement.ts'

type AgreementScope = { agreementId: ItemId; versionId?: ItemId | undefined; beside?: Language | undefined }

export function gatherAgreement(input: GatherInput, scope: AgreementScope): Gathered {
  const { space, language } = input
  const agreement = input.items.find((item): item is ItemOf<'agreement'> => item.kind === 'agreement' && item.id === scope.agreementId)
  const under = input.items.filter((item) => item.parentId === scope.agreementId)
  const version = scope.versionId === undefined ? null
    : under.find((item): item is ItemOf<'version'> => item.kind === 'version' && item.id === scope.versionId) ?? null
  const languages: Languages = { language, beside: scope.beside === undefined || scope.beside === language ? null : scope.beside }
  const frozen: Frozen = version !== null ? version.body : scope.versionId !== undefined ? nothing : freezeDraft(space, clausesAmong(under))
  const nameOf = (who: OneParty) => frozen.parties[who] === '' ? texts[language].parties[who] : frozen.parties[who]
  const copy = agreementCopyTexts[language]
  const number = version?.body.number ?? agreement?.body.version ?? 1
  const on = version?.body.on ?? input.today
  const original = version?.body.language ?? agreement?.body.language ?? language
  const { agreement: title, agreementFile } = texts[language].document
  const called = formatMessage(language, version === null ? copy.versionDraft : copy.version, { number })
  return {
    kind: 'agreement', language, title,
    facts: [
      ...(hasOther(space.role) ? partyFacts(frozen, language) : []),
      ...(agreement === undefined ? [] : [{ label: texts[language].document.version, value: version === null ? formatMessage(language, copy.draftNumber, { number }) : String(number) }]),
      { label: texts[language].document.date, value: formatDay(language, on) },
      ...periodFact(frozen.period, language),
    ],
    sections: sectionsOf(frozen, languages, original, privacyOf(agreement, version, under)),
    fileName: [agreementFile, called.replaceAll(/[ ,]+/g, '-'), on, language, ...(languages.beside === null ? [] : [languages.beside])].join('-'),
    settlement: version === null ? draftSettlement(languages, nameOf) : versionSettlement(version.body, languages, nameOf),
    ledgerNote: called,
  }
}

const nothing: Frozen = { parties: { mentor: '', mentee: '' }, period: { from: null, to: null }, clauses: [] }

const clausesAmong = (items: readonly AnyItem[]) =>
  items.filter((item): item is ItemOf<'clause'> => item.kind === 'clause').sort((a, b) => a.position - b.position)

/** The agreement goes as a whole: one label lets all of it out, and a version's lets that version out. */
function privacyOf(agreement: ItemOf<'agreement'> | undefined, version: ItemOf<'version'> | null, items: readonly AnyItem[]): (id: ItemId) => Privacy {
  if (agreement?.privacy === 'shareable') return () => 'shareable'
  if (version !== null) return () => version.privacy
  const labels = new Map(items.map(({ id, privacy }) => [id, privacy]))
  return (id) => labels.get(id) ?? 'private'
}

function sectionsOf({ clauses, parties }: Frozen, { language, beside }: Languages, original: Language, privacyFor: (id: ItemId) => Privacy): GatheredSection[] {
  let number = 0
  return ClauseGroup.options.map((group): GatheredSection => ({
    id: group,
    heading: fillNames(texts[language].clauseGroups[group], parties, language),
    ...(beside !== null && { besideHeading: fillNames(texts[beside].clauseGroups[group], parties, beside) }),
    blocks: clauses.filter((clause) => clause.group === group).flatMap((clause): GatheredBlock[] => {
      const paragraphs = paragraphsOf(clause, { language, beside }, original)
      if (paragraphs.length === 0) return []
      number += 1
      return [{
        id: clause.id, kind: 'clause', part: 'clauses', number, caption: '', onDate: null, open: true, paragraphs, privacy: privacyFor(clause.id),
        label: formatMessage(language, texts[language].document.clause, { number }),
      }]
    }),
  })).filter((section) => section.blocks.length > 0)
}

/** Its words in each language of the copy; where it has them in neither, as it was written first. */
function paragraphsOf({ texts: written }: SettledClause, { language, beside }: Languages, original: Language): Paragraph[] {
  const second = beside === null ? '' : written[beside]?.trim() ?? ''
  const first = written[language]?.trim() ?? ''
  const either = first !== '' || second !== '' ? first : (written[original] ?? Object.values(written)[0] ?? '').trim()
  return [
    ...(either === '' ? [] : [plainParagraph(either)]),
    ...(second === '' ? [] : [{ ...plainParagraph(second), beside: true as const }]),
  ]
}

function partyFacts({ parties }: Frozen, language: Language): Fact[] {
  return (['mentor', 'mentee'] as const).map((party) => ({ label: texts[language].parties[party], value: parties[party].trim() })).filter(({ value }) => value !== '')
}

function periodFact({ from, to }: Version['period'], language: Language): Fact[] {
  const { period } = agreementCopyTexts[language]
  const value = from !== null && to !== null ? from <= to ? formatDayRange(language, from, to) : `${formatDay(language, from)} – ${formatDay(language, to)}`
    : from !== null ? formatMessage(language, period.from, { date: formatDay(language, from) })
    : to !== null ? formatMessage(language, period.to, { date: formatDay(language, to) }) : null
  return value === null ? [] : [{ label: texts[language].document.period, value }]
}
