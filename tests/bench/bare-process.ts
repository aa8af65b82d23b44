/** Node and nothing else: what the core is held against. */
process.on('message', () => { process.exit(0) })
process.send?.('ready')
