import { fileName } from "@/lib/std/file-name";

/** The name of a picture's file from its title. */
export function pictureName(title: string, type: "png" | "svg"): string {
  return fileName(title, type, "chart");
}
