import { Button } from "@/components/ui/button";

interface ChangeButtonProps {
  words: string;
  /** What it changes, for those who hear the button alone. */
  of: string;
  /** Says why it cannot be done now; undefined when it can. */
  noteId: string | undefined;
  onPress: () => void;
}

/** A quiet word that reads the file another way. */
export function ChangeButton({ words, of, noteId, onPress }: ChangeButtonProps) {
  return (
    <Button
      variant="link"
      size="text"
      data-screen-only=""
      className="inline whitespace-nowrap text-sm no-underline hover:underline focus-visible:underline aria-disabled:text-soft aria-disabled:opacity-100"
      aria-disabled={noteId ? true : undefined}
      aria-describedby={noteId}
      title={of}
      onClick={onPress}
    >
      {words}
    </Button>
  );
}
