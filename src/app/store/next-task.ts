/** Ends in the next task: the page hears and shows what came meanwhile. */
export const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done))
