/** The last message of a port on which a run's events come: there are no more. */
export const END = 'end'
