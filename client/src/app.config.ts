export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [
    { root: 'pages/ride', pages: ['index'] },
    { root: 'pages/profile', pages: ['index'] },
    { root: 'pages/agreement', pages: ['index'] },
    { root: 'pages/history', pages: ['index'] },
    { root: 'pages/ranking', pages: ['index'] },
    { root: 'pages/trails', pages: ['index'] },
    { root: 'pages/help', pages: ['index', 'about/index'] },
  ],
  // Fetched while home is being looked at, so that no press waits for a download.
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: ['pages/ride', 'pages/profile', 'pages/agreement', 'pages/history', 'pages/ranking', 'pages/trails'],
    },
  },
  window: {
    navigationBarTitleText: '步道通',
    navigationBarBackgroundColor: '@navigationBackground',
    navigationBarTextStyle: '@navigationText' as 'black',
    backgroundColor: '@background',
    backgroundTextStyle: '@loadingText' as 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  ...(process.env.TARO_ENV === 'weapp' && {
    requiredPrivateInfos: ['getFuzzyLocation'],
    permission: { 'scope.userFuzzyLocation': { desc: '用来显示你离步道有多远，不会保存' } },
  }),
})
