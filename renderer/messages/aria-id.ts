/**
 * React Aria speaks 34 languages, Indonesian not among them: a screen reader
 * would hear English. These are the words of the parts we use; a part whose
 * package is missing here throws when it is first shown in Indonesian.
 */
type Words = Record<string, string | ((args: Record<string, string | number>) => string)>

const indonesian: Record<string, Words> = {
  '@react-aria/calendar': {
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    selectedDateDescription: (args) => `Tanggal terpilih: ${args.date}`,
    selectedRangeDescription: (args) => `Rentang terpilih: ${args.dateRange}`,
    todayDate: (args) => `Hari ini, ${args.date}`,
    todayDateSelected: (args) => `Hari ini, ${args.date}, terpilih`,
    dateSelected: (args) => `${args.date}, terpilih`,
    startRangeSelectionPrompt: 'Klik untuk mulai memilih rentang tanggal',
    finishRangeSelectionPrompt: 'Klik untuk selesai memilih rentang tanggal',
    minimumDate: 'Tanggal pertama yang tersedia',
    maximumDate: 'Tanggal terakhir yang tersedia',
    dateRange: (args) => `${args.startDate} sampai ${args.endDate}`,
  },
  '@react-aria/datepicker': {
    era: 'era', year: 'tahun', month: 'bulan', day: 'tanggal', hour: 'jam', minute: 'menit', second: 'detik',
    dayPeriod: 'pagi/malam', calendar: 'Kalender', startDate: 'Tanggal mulai', endDate: 'Tanggal akhir', weekday: 'hari', timeZoneName: 'zona waktu',
    selectedDateDescription: (args) => `Tanggal terpilih: ${args.date}`,
    selectedRangeDescription: (args) => `Rentang terpilih: ${args.startDate} sampai ${args.endDate}`,
    selectedTimeDescription: (args) => `Waktu terpilih: ${args.time}`,
  },
  '@react-aria/menu': { longPressMessage: 'Tekan lama atau tekan Alt + panah bawah untuk membuka menu' },
  '@react-aria/overlays': { dismiss: 'Tutup' },
  '@react-aria/spinbutton': { Empty: 'Kosong' },
  '@react-stately/datepicker': {
    rangeUnderflow: (args) => `Nilai harus ${args.minValue} atau setelahnya.`,
    rangeOverflow: (args) => `Nilai harus ${args.maxValue} atau sebelumnya.`,
    rangeReversed: 'Tanggal mulai harus sebelum tanggal akhir.',
    unavailableDate: 'Tanggal ini tidak tersedia.',
  },
  'react-aria-components': {
    colorSwatchPicker: 'Contoh warna', dropzoneLabel: 'Tempat menaruh', selectPlaceholder: 'Pilih satu', tableResizer: 'Pengubah ukuran',
  },
}

const localeKey = Symbol.for('react-aria.i18n.locale')
const stringsKey = Symbol.for('react-aria.i18n.strings')

/** Hand React Aria its Indonesian words. It reads them once, before its first part is shown. */
export function giveAriaIndonesian(): void {
  Object.assign(window, { [localeKey]: 'id-ID', [stringsKey]: indonesian })
}

/** Leave React Aria to its own words. */
export function takeAriaIndonesian(): void {
  Reflect.deleteProperty(window, localeKey)
  Reflect.deleteProperty(window, stringsKey)
}
