const TRIES = 3

/** Does what asks the registry, again when an answer did not come in time: asking is harmless, and an answer can get lost. */
export const patiently = async (ask) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      if (error.code !== 'ECONNABORTED' || attempt === TRIES) throw error
    }
  }
}
