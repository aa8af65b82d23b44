/** A Joplin archive as its exporter writes it, of any size: one small file for each note. */
import { chanceFrom, sampleWriter } from '../../build/sample-items.ts'
import { tarOf } from './tar.ts'

const zero = '0.00000000'

export function joplinNote(id: string, title: string, body: string, created: string): string {
  const fields = {
    id, parent_id: '', created_time: created, updated_time: created, is_conflict: 0, latitude: zero, longitude: zero, altitude: '0.0000', author: '',
    source_url: '', is_todo: 0, todo_due: 0, todo_completed: 0, source: 'joplin-desktop', source_application: 'net.cozic.joplin-desktop',
    application_data: '', order: 0, user_created_time: created, user_updated_time: created, encryption_cipher_text: '', encryption_applied: 0,
    markup_language: 1, is_shared: 0, share_id: '', conflict_original_id: '', master_key_id: '', user_data: '', deleted_time: 0, type_: 1,
  }
  return `${title}\n\n${body}\n\n${Object.entries(fields).map(([name, value]) => `${name}: ${value}`).join('\n')}`
}

export function joplinArchive(notes: number, seed = 5): Uint8Array {
  const write = sampleWriter('en', chanceFrom(seed))
  return tarOf(Array.from({ length: notes }, (_, index) => {
    const id = write.uuid().replaceAll('-', '')
    const created = new Date(Date.UTC(2005, 0, 1) + index * 16 * 3_600_000).toISOString()
    const body = `${write.sentences(6)}\n\n- ${write.sentences(1)}\n- **${write.sentences(1)}**\n\n${write.sentences(12)}`
    return { name: `${id}.md`, bytes: new TextEncoder().encode(joplinNote(id, write.topic(), body, created)) }
  }))
}
