import type { Engine } from "@/lib/engine/engine";
import type { OpenFile } from "@/lib/ingest/open-file";
import type { TextWalks } from "@/lib/ingest/text-walks";
import type { DataSetId } from "@/lib/notebook/ids";
import type { Clock } from "@/lib/std/clock";
import type { Storage } from "@/lib/storage/storage";
import type { TabChannel } from "./tab-channel";

/** Where a file lies: what it holds now can be read as often as one likes. */
export interface LiveFile {
  read(): Promise<File>;
  /** Asks for leave to read it where a later visit needs that; from a click. False when it was refused. */
  allow(): Promise<boolean>;
}

/** A watched file, and when the file that was read was saved and how long it was. */
export interface Place {
  live: LiveFile;
  stamp: string;
}

/** The places of watched files from one visit to the next, by notebook. Rejects where nothing is kept. */
export interface KeptPlaces {
  of(notebook: string): Promise<ReadonlyMap<DataSetId, Place>>;
  /** In place of what was kept; none removes it. */
  keep(notebook: string, places: ReadonlyMap<DataSetId, Place>): Promise<void>;
}

/** The world, as the use cases need it; the composition root gives the browser's, tests give their own. */
export interface Ports {
  clock: Clock;
  /** A new random id. */
  newId(): string;
  /** The browser's language, BCP 47. */
  locale: string;
  storage: Storage;
  /** The way to the other tabs. */
  channel: TabChannel;
  /** Known before the engine has started: results are found in the cache without it. */
  engineVersion: string;
  /** Fingerprint of the SQL and code between files and relations: other figures may come of the same file with another. */
  relationsVersion: string;
  /** The engine, started on the first call; rejects with EngineError when it cannot start. */
  engine(): Promise<Engine>;
  /** Opens a file as text, whatever it was written as. */
  openFile: OpenFile;
  /** Walks through whole texts beside the page. */
  walks: TextWalks;
  /** The way to read a file as it is on the disk now; null where the browser does not tell where it lies. */
  liveFile(file: File): Promise<LiveFile | null>;
  places: KeptPlaces;
  /** sha256 of a file's bytes, hex. */
  hashFile(file: Blob, options?: { signal?: AbortSignal }): Promise<string>;
  /** Asks our own server: for one of its files, or one of its routes. */
  fetchOwn(path: string, init?: RequestInit): Promise<Response>;
}
