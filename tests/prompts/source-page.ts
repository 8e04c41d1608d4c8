/** One line of the source page, or one statement of a line: said by these prompts, or left out for a reason. */
export type PageLine =
  | { readonly text: string; readonly carriedBy: readonly string[] }
  | { readonly text: string; readonly leftOut: string };

const said = (text: string, ...carriedBy: readonly string[]): PageLine => ({ text, carriedBy });
const leftOut = (text: string, why: string): PageLine => ({ text, leftOut: why });

const heading = 'a headline; the prompts below it say the same';
const picture = 'a picture, and a voice shows none; the words say what it is';
const flyerFile = 'the kind and size of a file, which a caller cannot open on the telephone';
const siteWide = 'stands on every page of the web site and is no part of the notice';
const otherContact = 'one number of the division is enough for the ear; the page does not say who answers this one';
const address = 'nobody can write down an address from hearing; the web site is named instead';

/**
 * The page of Kumamoto prefecture, number 12607, October 2015, in its own order, both its English texts: each statement
 * first as a machine translated it from Japanese, then in the government's words. Values that are facts of line.yaml
 * stand as their names. `card.use#3` is the third sentence of `card.use`; without a number all of them are meant.
 */
export const sourcePage: readonly PageLine[] = [
  leftOut('We are displayed with mode now at large-scale disaster.', siteWide),
  leftOut('Prior common knowledge', heading),
  said('(The "My Number" Individual Number system is about to begin in Japan)', 'notice.number#1', 'notice.number#3'),
  said('of my number system for foreign inhabitants', 'notice.number#1', 'topic.notice.menu'),
  leftOut('The last update date:', 'empty on the page; the welcome says the month of the notice'),
  leftOut('Department of Commerce, Industry, Tourism and Labour', 'the division has a name of its own'),
  said('International Affairs Division', 'ask.others#3', 'destination.division.transfer#1'),
  said('TEL: {{divisionNumber}}', 'ask.others#5', 'ask.others#6', 'destination.division.number'),
  leftOut('FAX: fax number of the division', 'a caller uses the telephone'),
  leftOut('Email: hidden on the page', address),

  said('"My number" has been sent from October!', 'notice.envelope#1', 'topic.notice.menu'),
  said('Individual Number mailing will begin in October!', 'notice.envelope#1'),
  said('In Japan, "my number" system starts soon.', 'notice.number#1'),
  said('My number is necessary for procedure for government offices', 'notice.number#4'),
  said('with only number to one;', 'notice.number#2'),
  said('is important.', 'notice.number#5'),
  said(
    'Envelope has been sent to home of everybody from {{noticeStart}}, by the municipalities.',
    'notice.envelope#1',
    'notice.envelope#2',
  ),
  said('"Notice card" which my number was written enters envelope.', 'notice.envelope#4', 'notice.envelope#5'),
  said('The "My Number" Individual Number sysytem is about to begin in Japan.', 'notice.number#1', 'notice.number#3'),
  said('The Individual Numbers, each one unique to its holder,', 'notice.number#2'),
  said('are important because they are required for procedures at municipal offices, etc.', 'notice.number#4'),
  said('From {{noticeStart}} on, your municipality will mail an envelope', 'notice.envelope#1', 'notice.envelope#2'),
  said('to your residence (at the address registered therewith).', 'notice.envelope#1', 'notice.envelope#3'),
  said('The envelope contains a "Notification card"', 'notice.envelope#4'),
  said('with your Individual Number on it.', 'notice.envelope#5'),
  leftOut('[envelope (Envelope)]', picture),
  leftOut('[notice card (Notification Card)]', picture),
  leftOut('Notice card (the face)', picture),
  leftOut('Notice card (the back)', picture),

  said('Please value my number!', 'topic.keep.menu'),
  said('Handle your Individual Number with care!', 'topic.keep.menu'),
  said(
    'Please keep carefully without throwing away "notice card", and bursting.',
    'keep.card#1',
    'keep.card#2',
    'keep.card#3',
  ),
  said('As my number is not used illegally,', 'keep.card#4'),
  said('please do not tell other people your my number without need.', 'keep.card#5'),
  said('Keep your Notification Card at hand', 'keep.card#1'),
  said('and be careful not to throw it away or tear it.', 'keep.card#2', 'keep.card#3'),
  said('To avoid illegitimate use of your Individual Number,', 'keep.card#4'),
  said('do not tell it to others except as required.', 'keep.card#5'),

  said('You can get "personal number card"!', 'card.use#1', 'topic.card.menu'),
  leftOut('"Individual Number Cards" will be available!', heading),
  said('My number is written on "personal number card"', 'card.use#2'),
  said('and becomes identification card.', 'card.use#3'),
  said("Depending on the municipalities, we can get resident's card at convenience store", 'card.use#5'),
  leftOut('and are very convenient.', 'praise, not a fact'),
  said('You write thing that is necessary for application', 'card.apply#3'),
  said('which arrives with "notice card"', 'card.apply#2'),
  said('to get "personal number card",', 'card.apply#1'),
  said('and please send back.', 'card.apply#4'),
  said('Your "Individual Number Card" also serves as an ID card', 'card.use#3'),
  said('bearing your Individual Number.', 'card.use#2'),
  said('In some municipalities, convenient options like', 'card.use#5'),
  said('having convenience stores issue residence certificates are available.', 'card.use#5'),
  said('To apply for an "Individual Number Card",', 'card.apply#1'),
  said('fill in and send back the application', 'card.apply#3', 'card.apply#4'),
  said('provided with the "Notification Card".', 'card.apply#2'),
  leftOut('[personal number card (Individual Number Card)]', picture),
  leftOut('Personal number card (the face)', picture),
  leftOut('Personal number card (the back)', picture),
  leftOut('[application (Application)]', picture),
  leftOut('Application (the face)', picture),
  leftOut('Application (the back)', picture),

  leftOut("Why don't you not have possibilities to know?", heading),
  said('If you have any questions', 'topic.ask.menu', 'ask.call-centre#1'),
  said('You see homepage below,', 'ask.others#1'),
  said('or please call to phone number below.', 'ask.call-centre#1'),
  said('Go to the site below, or call the number below.', 'ask.others#1', 'ask.call-centre#1'),
  said('[homepage (Web site)] <Ministry of Internal Affairs and Communications', 'ask.others#1'),
  said('(Ministry of Internal Affairs and Communications)>', 'ask.others#1'),
  leftOut('the address of the web site', 'missing on the page itself, and no address is spoken'),
  said('[call center (Call center)]', 'ask.call-centre#1', 'destination.call-centre.transfer#1'),
  said(
    'TEL : {{callCentreNumber}}',
    'ask.call-centre#5',
    'ask.call-centre#6',
    'destination.call-centre.number#2',
    'destination.call-centre.number#3',
  ),
  said('<English, Chinese, Korean,', 'ask.call-centre#2', 'destination.call-centre.transfer#2'),
  said('Spanish, Portuguese', 'ask.call-centre#3', 'destination.call-centre.transfer#3'),
  said('(English/Chinese/Korean/Spanish/Portuguese)>', 'ask.call-centre#2', 'ask.call-centre#3'),

  said('Each national language flyer About Individual Number', 'topic.flyers.menu', 'flyers.languages#1'),
  said('[Japanese (Japanese)]', 'flyers.languages#3'),
  leftOut('Word Japanese With new window(word: 903 kilobytes)', flyerFile),
  said('[English (English)]', 'flyers.languages#3'),
  leftOut('Word English With new window(word: 890.5 kilobytes)', flyerFile),
  said('[Korean (Korean)]', 'flyers.languages#3'),
  leftOut('Word Korean With new window(word: 895.5 kilobytes)', flyerFile),
  said('[Chinese <simplified Chinese character>(Chinese/Simplified)]', 'flyers.languages#3', 'flyers.languages#5'),
  leftOut('Word Simplified Chinese character With new window(word: 893.8 kilobytes)', flyerFile),
  said('[Chinese <Chinese Traditional> (Chinese/Traditional)]', 'flyers.languages#4', 'flyers.languages#5'),
  leftOut('Word Chinese Traditional With new window(word: 892.6 kilobytes)', flyerFile),
  said('[Spanish (Spanish)]', 'flyers.languages#6'),
  leftOut('Word Spanish With new window(word: 894.5 kilobytes)', flyerFile),
  said('[Portuguese (Portuguese)]', 'flyers.languages#6'),
  leftOut('Word Portuguese With new window(word: 898 kilobytes)', flyerFile),
  said('[other language (Other languages)]', 'flyers.languages#7'),
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
  said('Kumamoto prefectural government office', 'greeting'),
  leftOut('〒 862-8570  6-18-1, Suizenji, Chuo-ku, Kumamoto-shi, Kumamoto', address),
  leftOut('Tel: number of the main switchboard (main)', otherContact),
  leftOut('Copyright(C) 2015 Kumamoto Prefectural Government. All rights reserved.', siteWide),
];

const explained = 'Easy Japanese explains an official word where it is first heard, and all languages say the same';
const dialogue = 'how the telephone is used';
const twice = 'announces a number that is read twice';
const handling = 'what callers must know about being put through, or not';

/** What is said although no line of the page says it, and why. The subject matter of the topics is judged by sentence. */
export const linesOwnWords: Readonly<Record<string, string>> = {
  'card.use#4': explained,
  'card.use#6': explained,
  'ask.others#2': explained,
  'ask.call-centre#4': twice,
  'ask.others#4': twice,
  'destination.call-centre.number#1': twice,
  'flyers.languages#2': 'where the flyers are: on the very page that lists them',
  'language-item': dialogue,
  'welcome#1': dialogue,
  'welcome#2': 'callers are to keep their My Number to themselves on this telephone too',
  'welcome#3': 'how old the notice is, from the month that it names',
  'welcome-outdated': 'said only after the day until which the facts count as right',
  again: dialogue,
  slower: dialogue,
  'normal-speed': dialogue,
  'back-to-topics': dialogue,
  'change-language': dialogue,
  person: dialogue,
  'how-to-press': dialogue,
  'more-follows': dialogue,
  'transfer-next': handling,
  'reason-closed': handling,
  'reason-language': handling,
  'reason-no-transfer': handling,
  'reason-not-connected': handling,
  'destination.call-centre.transfer#4': handling,
  'destination.call-centre.hours': handling,
  'destination.division.transfer#2': handling,
  'destination.division.transfer#3': handling,
  emergency: 'whoever reaches nobody may be in need; the numbers are the state’s own',
  limit: dialogue,
  trouble: dialogue,
  goodbye: dialogue,
  whisper: 'heard by the person who answers, not by the caller',
};
