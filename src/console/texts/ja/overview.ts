/** The first page. */
export const overview = { nav: '概要', title: '概要', welcome: '作業を選んでください。' };
