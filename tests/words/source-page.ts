import type { WordName } from './source-words.ts';

/**
 * A prompt or sentence that says a statement of the page, and the word that it must contain (see `source-words.ts`).
 */
interface Claim {
  readonly reference: string;
  readonly word: WordName;
}

/** A line of the source page, or one statement of a line. Some prompts say it, or it is left out for a reason. */
type PageLine =
  | { readonly text: string; readonly carriedBy: readonly string[]; readonly claims: readonly Claim[] }
  | { readonly text: string; readonly leftOut: string };

const said = (text: string, ...carriers: readonly `${string} ${WordName}`[]): PageLine => {
  const claims = carriers.map((each): Claim => {
    const [reference = '', word] = each.split(' ');
    return { reference, word: word as WordName };
  });
  return { text, carriedBy: claims.map(({ reference }) => reference), claims };
};
const leftOut = (text: string, why: string): PageLine => ({ text, leftOut: why });

const heading = 'a headline; the prompts below it say the same';
const picture = 'a picture, and a voice shows none; the words say what it is';
const flyerFile = 'the kind and size of a file, which a caller cannot open on the telephone';
const siteWide = 'stands on every page of the web site and is no part of the notice';
const otherContact = 'one number of the division is enough for the ear; the page does not say who answers this one';
const address = 'nobody can write down an address from hearing; the web site is named instead';

/**
 * Page 12607 of Kumamoto prefecture, of October 2015, in the order of the page. The page has two English texts for each
 * statement: a machine translation of the Japanese text comes first, and the government's own words follow.
 * Placeholders stand for values that are facts of `line.yaml`.
 *
 * Each text that is said is followed by references, such as `card.use#3 written`. `card.use#3` is the third sentence of
 * `card.use`. Without a number, all sentences are meant. `written` is the name of the word that these sentences must
 * say in every language (see `source-words.ts`).
 */
export const sourcePage: readonly PageLine[] = [
  leftOut('We are displayed with mode now at large-scale disaster.', siteWide),
  leftOut('Prior common knowledge', heading),
  said(
    '(The "My Number" Individual Number system is about to begin in Japan)',
    'notice.number#1 soon',
    'notice.number#3 individualNumber',
  ),
  said('of my number system for foreign inhabitants', 'welcome#2 foreign'),
  leftOut('The last update date:', 'empty on the page; the welcome says the month of the notice'),
  leftOut('Department of Commerce, Industry, Tourism and Labour', 'the division has a name of its own'),
  said('International Affairs Division', 'ask.others#3 division', 'destination.division.transfer#1 division'),
  said(
    'TEL: {{divisionNumber}}',
    'ask.others#6 divisionNumber',
    'ask.others#7 divisionNumber',
    'destination.division.number divisionNumber',
  ),
  leftOut('FAX: fax number of the division', 'a caller uses the telephone'),
  leftOut('Email: hidden on the page', address),

  said('"My number" has been sent from October!', 'notice.envelope#1 start', 'topic.notice.menu envelope'),
  said('Individual Number mailing will begin in October!', 'notice.envelope#1 start'),
  said('In Japan, "my number" system starts soon.', 'notice.number#1 soon'),
  said('My number is necessary for procedure for government offices', 'notice.number#4 needed'),
  said('with only number to one;', 'notice.number#2 one'),
  said('is important.', 'notice.number#5 important'),
  said(
    'Envelope has been sent to home of everybody from {{noticeStart}}, by the municipalities.',
    'notice.envelope#1 start',
    'notice.envelope#2 municipality',
  ),
  said(
    '"Notice card" which my number was written enters envelope.',
    'notice.envelope#4 notificationCard',
    'notice.envelope#5 written',
  ),
  said(
    'The "My Number" Individual Number sysytem is about to begin in Japan.',
    'notice.number#1 soon',
    'notice.number#3 individualNumber',
  ),
  said('The Individual Numbers, each one unique to its holder,', 'notice.number#2 one'),
  said('are important because they are required for procedures at municipal offices, etc.', 'notice.number#4 needed'),
  said(
    'From {{noticeStart}} on, your municipality will mail an envelope',
    'notice.envelope#1 start',
    'notice.envelope#2 municipality',
  ),
  said(
    'to your residence (at the address registered therewith).',
    'notice.envelope#1 home',
    'notice.envelope#3 address',
  ),
  said('The envelope contains a "Notification card"', 'notice.envelope#4 notificationCard'),
  said('with your Individual Number on it.', 'notice.envelope#5 written'),
  leftOut('[envelope (Envelope)]', picture),
  leftOut('[notice card (Notification Card)]', picture),
  leftOut('Notice card (the face)', picture),
  leftOut('Notice card (the back)', picture),

  said('Please value my number!', 'topic.keep.menu care'),
  said('Handle your Individual Number with care!', 'topic.keep.menu care'),
  said(
    'Please keep carefully without throwing away "notice card", and bursting.',
    'keep.card#1 keep',
    'keep.card#2 throw',
    'keep.card#3 tear',
  ),
  said('As my number is not used illegally,', 'keep.card#4 misuse'),
  said('please do not tell other people your my number without need.', 'keep.card#5 tell'),
  said('Keep your Notification Card at hand', 'keep.card#1 keep'),
  said('and be careful not to throw it away or tear it.', 'keep.card#2 throw', 'keep.card#3 tear'),
  said('To avoid illegitimate use of your Individual Number,', 'keep.card#4 misuse'),
  said('do not tell it to others except as required.', 'keep.card#5 tell'),

  said('You can get "personal number card"!', 'card.use#1 personalCard', 'topic.card.menu personalCard'),
  leftOut('"Individual Number Cards" will be available!', heading),
  said('My number is written on "personal number card"', 'card.use#3 written'),
  said('and becomes identification card.', 'card.use#4 identity'),
  said(
    "Depending on the municipalities, we can get resident's card at convenience store",
    'card.use#6 someMunicipalities',
  ),
  leftOut('and are very convenient.', 'praise, not a fact'),
  said('You write thing that is necessary for application', 'card.apply#3 fillIn'),
  said('which arrives with "notice card"', 'card.apply#2 notificationCard'),
  said('to get "personal number card",', 'card.apply#1 form'),
  said('and please send back.', 'card.apply#4 sendBack'),
  said('Your "Individual Number Card" also serves as an ID card', 'card.use#4 identity'),
  said('bearing your Individual Number.', 'card.use#3 written'),
  said('In some municipalities, convenient options like', 'card.use#6 convenience'),
  said('having convenience stores issue residence certificates are available.', 'card.use#6 certificate'),
  said('To apply for an "Individual Number Card",', 'card.apply#1 form'),
  said('fill in and send back the application', 'card.apply#3 fillIn', 'card.apply#4 sendBack'),
  said('provided with the "Notification Card".', 'card.apply#2 notificationCard'),
  leftOut('[personal number card (Individual Number Card)]', picture),
  leftOut('Personal number card (the face)', picture),
  leftOut('Personal number card (the back)', picture),
  leftOut('[application (Application)]', picture),
  leftOut('Application (the face)', picture),
  leftOut('Application (the back)', picture),

  leftOut("Why don't you not have possibilities to know?", heading),
  said('If you have any questions', 'topic.ask.menu questions', 'ask.call-centre#1 questions'),
  said('You see homepage below,', 'ask.others#1 site'),
  said('or please call to phone number below.', 'ask.call-centre#1 callCentre'),
  said('Go to the site below, or call the number below.', 'ask.others#1 site', 'ask.call-centre#1 callCentre'),
  said('[homepage (Web site)] <Ministry of Internal Affairs and Communications', 'ask.others#1 site'),
  said('(Ministry of Internal Affairs and Communications)>', 'ask.others#1 ministry'),
  leftOut('the address of the web site', 'missing on the page itself, and no address is spoken'),
  said('[call center (Call center)]', 'ask.call-centre#1 callCentre', 'destination.call-centre.transfer#1 callCentre'),
  said(
    'TEL : {{callCentreNumber}}',
    'ask.call-centre#5 callCentreNumber',
    'ask.call-centre#6 callCentreNumber',
    'destination.call-centre.number#2 callCentreNumber',
    'destination.call-centre.number#3 callCentreNumber',
  ),
  said('<English, Chinese, Korean,', 'ask.call-centre#2 english', 'destination.call-centre.transfer#2 english'),
  said('Spanish, Portuguese', 'ask.call-centre#3 portuguese', 'destination.call-centre.transfer#3 spanish'),
  said('(English/Chinese/Korean/Spanish/Portuguese)>', 'ask.call-centre#2 english', 'ask.call-centre#3 spanish'),

  said('Each national language flyer About Individual Number', 'topic.flyers.menu flyers', 'flyers.languages#1 flyers'),
  said('[Japanese (Japanese)]', 'flyers.languages#3 japanese'),
  leftOut('Word Japanese With new window(word: 903 kilobytes)', flyerFile),
  said('[English (English)]', 'flyers.languages#3 english'),
  leftOut('Word English With new window(word: 890.5 kilobytes)', flyerFile),
  said('[Korean (Korean)]', 'flyers.languages#3 korean'),
  leftOut('Word Korean With new window(word: 895.5 kilobytes)', flyerFile),
  said(
    '[Chinese <simplified Chinese character>(Chinese/Simplified)]',
    'flyers.languages#3 chinese',
    'flyers.languages#5 simplified',
  ),
  leftOut('Word Simplified Chinese character With new window(word: 893.8 kilobytes)', flyerFile),
  said(
    '[Chinese <Chinese Traditional> (Chinese/Traditional)]',
    'flyers.languages#4 chinese',
    'flyers.languages#5 traditional',
  ),
  leftOut('Word Chinese Traditional With new window(word: 892.6 kilobytes)', flyerFile),
  said('[Spanish (Spanish)]', 'flyers.languages#6 spanish'),
  leftOut('Word Spanish With new window(word: 894.5 kilobytes)', flyerFile),
  said('[Portuguese (Portuguese)]', 'flyers.languages#6 portuguese'),
  leftOut('Word Portuguese With new window(word: 898 kilobytes)', flyerFile),
  said('[other language (Other languages)]', 'flyers.languages#7 otherLanguages'),
  leftOut('http://www.cas.go.jp/jp/seisaku/bangoseido/otherlanguages.html', address),
  leftOut(
    '<Ministry of Internal Affairs and Communications homepage (Ministry of Internal Affairs and Communications)>',
    'the address above it belongs to another office of the state, so the prompt says only whose government it is',
  ),

  leftOut('We relate to this page', heading),
  leftOut('International Affairs Division cooperation, passport group', otherContact),
  leftOut('Telephone: number of the cooperation and passport group', otherContact),
  leftOut('(ID: 12607)', 'the page is known by it in line.yaml; a caller has no use for it'),
  leftOut('We open with the other window Link having this mark opens with the other window', siteWide),
  leftOut('※When PDF file is attached as materials, Adobe Acrobat(R) is necessary.', siteWide),
  leftOut('When you look at PDF documents, Adobe Reader is necessary.', siteWide),
  leftOut('When you are not displayed definitely, please use the latest version.', siteWide),
  said('Kumamoto prefectural government office', 'greeting prefecture'),
  leftOut('〒 862-8570  6-18-1, Suizenji, Chuo-ku, Kumamoto-shi, Kumamoto', address),
  leftOut('Tel: number of the main switchboard (main)', otherContact),
  leftOut('Copyright(C) 2015 Kumamoto Prefectural Government. All rights reserved.', siteWide),
];
