/** A rate cycle, and the quarter end on which the disciplines of the league begin (EFF-11). */
export interface LeagueCycle {
  readonly id: string;
  readonly title: string;
  readonly quarterEnd: string;
}

/** The first quarter end of each cycle whose reports are held. */
export const LEAGUE_CYCLES: readonly LeagueCycle[] = [
  { id: 'up-2018-19', title: 'Rates up, 2018 to 2019', quarterEnd: '2018-03-31' },
  { id: 'down-2019-20', title: 'Rates down, 2019 to 2020', quarterEnd: '2019-06-30' },
  { id: 'up-2022-23', title: 'Rates up, 2022 to 2023', quarterEnd: '2021-12-31' },
];
