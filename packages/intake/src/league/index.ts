export { laterCurvesFrom } from '../case/parse-discipline.js';
export { caseRange } from './case-range.js';
export { leagueCsv } from './league-csv.js';
export { LEAGUE_CYCLES, type LeagueCycle } from './league-cycle.js';
export {
  LOWEST_PREPAYMENT,
  type NamedLeagueTerms,
  namedLeagueRow,
  SWAP_SPREAD,
} from './named-bank-league.js';
export { type ReportLeagueTerms, reportLeagueRows } from './report-league.js';
export { type LeagueTask, leaguePieces, startLeague } from './start-league.js';
