/** The form of a flood notice, as a duty officer fills it in on the line of `disasterDraft`. */
export const flood = { kind: 'flood', 'place-north': '1', 'action-leave': '1', at: '2026-11-24T09:00', until: '' };
