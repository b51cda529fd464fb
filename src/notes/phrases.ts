// What the site itself says to a reader, in English and Chinese.
// Rule: a phrase that a script needs travels in the page, as an attribute of the element that it belongs to.

/** The site's own words. */
export const phrases = {
  book: { en: 'Lecture notes', zh: '讲义' },
  exercises: { en: 'Exercises', zh: '练习' },
  skip: { en: 'Skip to the text', zh: '跳到正文' },
  contents: { en: 'Contents', zh: '目录' },
  search: { en: 'Search', zh: '搜索' },
  searchFor: { en: 'Search these notes', zh: '搜索讲义' },
  close: { en: 'Close', zh: '关闭' },
  nothingFound: { en: 'Nothing was found.', zh: '没有找到。' },
  found: { en: 'passages found', zh: '处结果' },
  theme: { en: 'Light or dark', zh: '浅色或深色' },
  otherLanguage: { en: '中文', zh: 'English' },
  previous: { en: 'Previous', zh: '上一课' },
  next: { en: 'Next', zh: '下一课' },
  neighbours: { en: 'Previous and next', zh: '上一课与下一课' },
  download: { en: 'Notebook', zh: '下载笔记本' },
  slides: { en: 'Slides', zh: '幻灯片' },
  print: { en: 'Print', zh: '打印' },
  hideCode: { en: 'Hide code', zh: '隐藏代码' },
  showCode: { en: 'Show code', zh: '显示代码' },
  backToText: { en: 'Back to the text', zh: '回到讲义' },
  slide: { en: 'Slide', zh: '幻灯片' },
  start: { en: 'Start with', zh: '从这里开始:' },
  front: { en: 'Front page', zh: '首页' },
  scripts: {
    en: 'Search, figures that move, and the switches need JavaScript; everything else is here.',
    zh: '搜索、交互图形和开关需要 JavaScript;其余内容都在这里。',
  },
} as const
