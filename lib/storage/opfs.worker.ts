import { digestFile } from "./digest-file";
import type { HashService } from "./hash-file";
import { openOpfsRoot, writableOpfs } from "./opfs-files";
import { type Port, serveCalls } from "./serve-calls";
import { storageService } from "./storage-service";

const scope = globalThis as unknown as Port & { navigator: { locks?: LockManager } };
const notify = (notice: unknown) => scope.postMessage({ notice }, []);

const hashing: HashService = { hashFile: (file) => digestFile(file, { onProgress: notify }) };

serveCalls(scope, {
  ...storageService({
    files: async () => writableOpfs(await openOpfsRoot()),
    locks: scope.navigator.locks,
    onAccess: notify,
  }),
  ...hashing,
});
