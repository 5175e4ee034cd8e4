export const errorsDocument = 'docs/errors.md'
