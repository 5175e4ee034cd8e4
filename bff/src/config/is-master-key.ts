export const isMasterKey = (text: string): boolean => Buffer.from(text, 'base64').length === 32
