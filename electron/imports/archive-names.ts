import { AppError } from '../../shared/errors.ts'

/**
 * Refuse an archive with a name that leads out of it. Nothing is ever unpacked to
 * a disk here; but who writes such names writes no journal.
 *
 * @throws AppError `import.unreadable`
 */
export function requireInnerName(name: string): void {
  const parts = name.split(/[/\\]/)
  const outside = name === '' || name.length > 4096 || /[\u0000-\u001f]/.test(name) || /^(?:[/\\]|[A-Za-z]:)/.test(name) || parts.includes('..')
  if (outside) throw new AppError('import.unreadable')
}

/** What a system puts beside the files of a person. */
export function isHiddenName(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'node_modules')
}
