/** Names of the months in ten languages, in lower case, with their usual short forms; Japanese and Chinese count them. */
const MONTHS: readonly string[] = [
  "january jan enero ene janeiro janvier janv januar jän jänner gennaio gen januari ocak oca जनवरी जन",
  "february feb febrero fevereiro fev février févr fév fevrier fevr februar febbraio februari pebruari peb şubat şub subat sub फ़रवरी फरवरी फ़र",
  "march mar marzo março marco mars märz mär maerz maart mrt maret mart मार्च",
  "april apr abril abr avril avr aprile nisan nis अप्रैल",
  "may mayo maio mai maggio mag mei mayıs mayis मई",
  "june jun junio junho juin juni giugno giu haziran haz जून",
  "july jul julio julho juillet juil juli luglio lug temmuz tem जुलाई",
  "august aug agosto ago août aout augustus agustus agu agt ağustos ağu agustos अगस्त अग",
  "september sep sept septiembre setiembre set setembro septembre settembre eylül eyl eylul सितंबर सितम्बर सित",
  "october oct octubre outubro out octobre oktober okt ottobre ott ekim eki अक्टूबर अक्तूबर अक्टू",
  "november nov noviembre novembro novembre nopember nop kasım kas kasim नवंबर नवम्बर नव",
  "december dec diciembre dic dezembro dez décembre déc decembre dezember dicembre desember des aralık ara aralik दिसंबर दिसम्बर दिस",
];

/** Every word for a month, in lower case, with its number 1-12. */
export const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
);

/** Names of the days of the week that may stand before a date, in lower case. */
export const WEEKDAYS: readonly string[] = (
  "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun " +
  "lunes lun martes mar miércoles miercoles mié mie jueves jue viernes vie sábado sabado sáb sab domingo dom " +
  "segunda-feira segunda seg terça-feira terça ter quarta-feira quarta qua quinta-feira quinta qui sexta-feira sexta sex " +
  "lundi mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim " +
  "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so " +
  "lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi gio venerdì venerdi sabato domenica " +
  "maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo " +
  "senin selasa rabu kamis jumat sabtu minggu " +
  "pazartesi pzt salı sali sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz " +
  "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि"
).split(" ");
