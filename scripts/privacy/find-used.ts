import { findUsedInterfaces } from '@trailpass/bff/doctor/privacy-interfaces.ts'
import { privacyKinds } from '@trailpass/simulator/hosts/node'

export const knownInterfaces = [...new Set(Object.values(privacyKinds).flat())]

/** The privacy interfaces that a built mini program uses, by the names of `privacyKinds`. */
export const findUsed = (folder: string): string[] => findUsedInterfaces(folder, knownInterfaces)
