// A browser has a way of its own to load a page again.
export default definePageConfig({ enablePullDownRefresh: process.env.TARO_ENV !== 'h5' })
