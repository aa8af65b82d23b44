import type { ErrorCode } from '../../../shared/errors.ts'

/** What happened · what is safe · what to do. */
export const errors = {
  'error.input.invalid': 'Something in this form could not be understood. Nothing was changed. Look at the fields again.',
  'error.internal': 'That did not work, and we do not know why. What you saved is safe. Try again.',
  'error.vault.locked': 'The vault is locked. Unlock it to go on.',
  'error.vault.wrong-passphrase': 'This passphrase does not open the vault. Check Caps Lock and the keyboard language, or use your recovery code.',
  'error.vault.damaged': 'The vault file is damaged; your passphrase is not the problem. The last good backup is from {date}. You can open that one.',
  'error.vault.damaged-no-backup': 'The vault file is damaged; your passphrase is not the problem. Copy the folder somewhere safe before you try anything, then choose another copy of your journal if you have one.',
  'error.vault.keys-damaged': 'Both key files of this vault are damaged, so no passphrase can open it. Nothing was changed. If you have a copy of the folder, choose that one.',
  'error.vault.in-use': 'This vault is already open in another window. Close it there, then try again.',
  'error.vault.newer': 'A newer version of the app wrote this vault. Nothing was changed. Update the app to open it.',
  'error.vault.missing': 'The vault is not in its usual place. Is the drive connected? You can also point to it yourself.',
  'error.vault.not-a-vault': 'There is no journal in this folder. Choose the folder that holds journal.db and keys.json.',
  'error.vault.exists': 'There is something in this folder already. Nothing was changed. Choose an empty folder, or open the journal that is there.',
  'error.disk.full': 'The disk is full, so your last change is not saved yet. Your words are still on this screen. Free some space; saving then goes on by itself.',
  'error.folder.not-writable': 'Nothing can be written in this folder. Nothing was lost. Choose another folder, or ask for the right to write there.',
  'error.item.changed': 'This text was changed elsewhere in the meantime. Both versions are kept; choose the one you want.',
  'error.item.missing': 'This is no longer there. Look in Settings, under Removed items.',
  'error.export.empty': 'Nothing is ticked, so there is nothing to share. Tick at least one line.',
  'error.export.not-shareable': 'One of these lines is for you only, so nothing was written. Go back to the review and look at the ticks.',
  'error.recovery.typo': 'There is a typing mistake in this code. Compare all eight groups with your sheet.',
  'error.recovery.wrong-code': 'This code belongs to another vault or an older sheet.',
  'error.print.unavailable': 'No printer is known on this computer. Save it as a PDF and print that.',
} satisfies Record<`error.${ErrorCode}`, string>
