import { userInfo } from 'node:os'

/** Whom the audit names for what is done by command: the account on this machine. */
export const operatorName = (): string => `operator:${userInfo().username}`
