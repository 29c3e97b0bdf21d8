export { laterCurvesFrom } from '../case/parse-discipline.js';
export { caseRange } from './case-range.js';
export { LEAGUE_COLUMNS, leagueCsv } from './league-csv.js';
export { LEAGUE_CYCLES, type LeagueCycle } from './league-cycle.js';
export {
  LOWEST_PREPAYMENT,
  type NamedLeagueTerms,
  namedLeagueRow,
  SWAP_SPREAD,
} from './named-bank-league.js';
export {
  type LeagueNumber,
  type PublishedLeagueRow,
  parseLeagueCsv,
} from './parse-league-csv.js';
export { type ReportLeagueTerms, reportLeagueRows } from './report-league.js';
export { type LeagueTask, leaguePieces, startLeague } from './start-league.js';
