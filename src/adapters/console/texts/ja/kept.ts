/** A form that was sent after the session had ended. */
export const kept = {
  title: '入力した内容は残っています',
  'at-sign-in': 'サインインの有効期限が切れました。入力した内容は残っています。サインインすると続けて送信できます。',
  text: '入力した内容はまだ保存していません。下のボタンを押すと送信します。',
  send: 'この内容を送信する',
  look: '入力した内容を見る',
  leave: '送信しないで概要へ戻る',
};
