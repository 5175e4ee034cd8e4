import type { Scene } from './scene.ts'
import { accountScenes } from './scenes/account.ts'
import { bikeScenes, rideScenes } from './scenes/bike.ts'
import { homeScenes } from './scenes/home.ts'
import { personScenes } from './scenes/person.ts'
import { sportScenes } from './scenes/sport.ts'
import { webScenes } from './scenes/web.ts'

/** They are played in this order: one ride runs through several of them. */
export const trailScenes: readonly Scene[] = [...homeScenes, ...bikeScenes, ...rideScenes, ...sportScenes]
export const accountAndWebScenes: readonly Scene[] = [...personScenes, ...accountScenes, ...webScenes]

/** Every screen in every state. */
export const scenes: readonly Scene[] = [...trailScenes, ...accountAndWebScenes]
