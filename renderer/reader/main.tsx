/**
 * A page that reads a backup or a copy of everything, in one file that needs
 * nothing else: no app, no network, no server. It writes nothing anywhere; what
 * was read is gone with the page. It shares texts with the app, but none of the
 * code that writes vaults: what it opens, it opens by the description of the
 * formats in SECURITY.md.
 */
import './without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Reader } from './Reader.tsx'
import './reader.css'

const root = document.getElementById('root')
if (root === null) throw new Error('no root')
createRoot(root).render(<StrictMode><Reader /></StrictMode>)
