import type { CaseResult, Issue, Result, Solver } from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import type { SiteFrame, SitePage } from '@almfes/report';
import type { Folders } from './node-folders.js';

export type Progress = (step: string, done: number, total: number) => void;

/** The file system as the commands need it; expected failures are issues, never exceptions. */
export interface Files {
  readonly isFolder: (path: string) => Promise<boolean>;
  readonly isFile: (path: string) => Promise<boolean>;
  /** Names of the folders in a folder, sorted; empty when it is not there. */
  readonly folderNames: (path: string) => Promise<readonly string[]>;
  /** Names of the files in a folder, sorted; empty when it is not there. */
  readonly fileNames: (path: string) => Promise<readonly string[]>;
  /** The whole text of a file of at most `limitBytes`. */
  readonly readText: (path: string, limitBytes: number) => Promise<Result<string>>;
  /** The whole of a file of at most `limitBytes`. */
  readonly readBytes: (path: string, limitBytes: number) => Promise<Result<Uint8Array>>;
  /** Makes the folder when it is missing and checks that a file can be made in it. */
  readonly prepareFolder: (path: string) => Promise<Result<string>>;
  /** The file appears whole or not at all; a long text comes in pieces. */
  readonly writeWhole: (path: string, text: string | Iterable<string>) => Promise<Result<string>>;
  /** A new file; what is there is never written over. */
  readonly writeNew: (path: string, text: string) => Promise<Result<string>>;
}

/** A site as data: what all pages share, each page, and the files that stand beside them. */
export interface SiteContent {
  readonly frame: SiteFrame;
  readonly pages: readonly SitePage[];
  /** Files beside the pages: feeds, and bundles to take away. */
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
}

/** The report at `/`, and the files of the site under `/site/` when there is one. */
export interface ServedPages {
  readonly html: string;
  readonly siteFolder: string | null;
}

/** Everything a command does to the world, or asks of it. */
export interface Effects {
  readonly version: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether a person reads stdout on a terminal, and how many letters fit in a line there. */
  readonly isTerminal: boolean;
  readonly width: number;
  readonly clockMs: () => number;
  /** Does work that holds the thread; from the first second on a person sees that it goes on. */
  readonly longWork: <T>(what: string, work: () => T) => T;
  readonly workingFolder: string;
  readonly libraryFolder: string;
  readonly files: Files;
  readonly folders: Folders;
  /** The day it is, as YYYY-MM-DD. */
  readonly today: () => string;
  readonly runCase: (files: CaseFiles, progress: Progress) => Promise<Result<CaseResult>>;
  /** The five steps of each case, as `runCase` makes them: per case, why one cannot be made. */
  readonly checkSteps: (
    cases: readonly CaseFiles[],
    onDone: (done: number, cases: number) => void,
  ) => Promise<readonly (readonly Issue[])[]>;
  /** Whether a site may be put into a folder: asked before the work of making it. */
  readonly mayMakeSite: (outFolder: string) => Promise<Result<string>>;
  /** Sets the pages of the site into a folder, which is replaced when it holds an older site. */
  readonly makeSite: (site: SiteContent, outFolder: string) => Promise<Result<string>>;
  /** Loads the solver of linear and mixed-integer programmes. */
  readonly createSolver: () => Promise<Solver>;
  /** Serves pages on 127.0.0.1 until the person interrupts; port 0 takes any free one. */
  readonly serve: (
    pages: ServedPages,
    port: number,
    onAddress: (address: string) => void,
  ) => Promise<Result<string>>;
}
