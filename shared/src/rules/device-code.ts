/** Characters that `getwxacodeunlimit` allows in a scene, 1 to 32 of them. Shape only: the server checks the MAC. */
export const deviceCodePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
