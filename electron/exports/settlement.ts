/** How an agreement stands: a draft, an excerpt, or a version with what each of the two did about it. */
import { OneParty } from '../../shared/agreement.ts'
import type { Signature, Version } from '../../shared/agreement.ts'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { languageWords } from '../../shared/language.ts'
import type { Language } from '../../shared/language.ts'
import { formatMessage } from '../../shared/messages.ts'
import { standingOf } from '../../shared/rules/signing.ts'
import { agreementCopyTexts } from '../../shared/texts/agreement-copy.ts'
import { texts } from '../../shared/texts/texts.ts'
import { versionTexts } from '../../shared/texts/version.ts'
import type { Said, Settlement } from './model.ts'

/** The two languages of a copy; the second may be none. */
export type Languages = { language: Language; beside: Language | null }

const said = ({ language, beside }: Languages, words: (language: Language) => string): Said =>
  ({ text: words(language), beside: beside === null ? '' : words(beside) })

const title = ({ beside }: Languages) => beside === null ? '' : texts[beside].document.agreement

/** To be talked about, or signed with a pen. */
export function draftSettlement(languages: Languages, nameOf: (who: OneParty) => string): Settlement {
  return {
    beside: languages.beside, besideTitle: title(languages), notes: [], checkWords: '',
    mark: said(languages, (language) => agreementCopyTexts[language].draft),
    places: OneParty.options.map((who) => ({ name: nameOf(who), signed: [], room: true })),
  }
}

export function versionSettlement(version: Version, languages: Languages, nameOf: (who: OneParty) => string): Settlement {
  const { how } = version
  const shown = [languages.language, languages.beside]
  return {
    beside: languages.beside, besideTitle: title(languages), checkWords: version.words.join(' '),
    // Whoever holds its first page only should see it too.
    mark: how === 'declined' ? said(languages, (language) => agreementCopyTexts[language].declined) : null,
    notes: [
      ...(how === 'signed' ? [] : [said(languages, (language) => formatMessage(language, agreementCopyTexts[language].how[how], { date: formatDay(language, version.on) }))]),
      // Who vouches matters to whoever reads that language, and nobody else.
      ...version.vouches.filter((vouch) => shown.includes(vouch.language)).map((vouch) => said(languages, (language) =>
        formatMessage(language, versionTexts[language].vouch, { name: nameOf(vouch.who), language: languageWords[language][vouch.language] }))),
    ],
    places: standingOf(version).map(({ who, state }) => ({
      name: nameOf(who),
      signed: version.signatures.filter((one) => one.who === who).map((one) => ({ name: one.name, said: said(languages, (language) => signedWords(one, language)) })),
      room: how === 'paper' || (how === 'signed' && state === 'missing'),
    })).filter(({ signed, room }) => signed.length > 0 || room),
  }
}

/** Part of it, or with words masked: nobody signed that, and it has no check words. */
export function asExcerpt(settlement: Settlement, language: Language): Settlement {
  const mark = said({ language, beside: settlement.beside }, (one) => agreementCopyTexts[one].excerpt)
  return { ...settlement, mark, notes: [], places: [], checkWords: '' }
}

function signedWords({ on, withdrawnAt }: Signature, language: Language): string {
  const words = versionTexts[language]
  const date = formatDay(language, on)
  return withdrawnAt === null ? formatMessage(language, words.signed, { date }) : formatMessage(language, words.withdrawn, { date, until: formatDay(language, dayOfMoment(withdrawnAt)) })
}
