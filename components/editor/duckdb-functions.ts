/** The functions of DuckDB v1.4.3 as the engine tells them, one a line: how it is called, a tab, what it does. */
export const DUCKDB_FUNCTIONS = `
abs(x)	Absolute value
acos(x) -> DOUBLE	Computes the arccosine of x
acosh(x) -> DOUBLE	Computes the inverse hyperbolic cos of x
add([value], [value], ...)
age(timestamp, [timestamp]) -> INTERVAL	Subtract arguments, resulting in the time difference between the two timestamps
aggregate(list, function_name, ...)	Executes the aggregate function 'function_name' on the elements of 'list'.
alias(expr) -> VARCHAR	Returns the name of a given expression
any_value(value)	Returns the first non-NULL value from arg.
apply(list, lambda)	Returns a list that is the result of applying the 'lambda' function to each element of the input 'list'.
approx_count_distinct(any) -> BIGINT	Computes the approximate count of distinct elements using HyperLogLog.
approx_quantile(x, pos)	Computes the approximate quantile using T-Digest.
approx_top_k(val, k)	Finds the k approximately most occurring values in the data set
arbitrary(value)	Returns the first value (NULL or non-NULL) from arg.
arg_max(value, val, [value])	Finds the row with the maximum val.
arg_max_null(text, val)	Finds the row with the maximum val.
arg_min(value, val, [value])	Finds the row with the minimum val.
arg_min_null(text, val)	Finds the row with the minimum val.
argmax(value, val, [value])	Finds the row with the maximum val.
argmin(value, val, [value])	Finds the row with the minimum val.
array_agg(value) -> T[]	Returns a LIST containing all the values of a column.
array_aggr(list, function_name, ...)	Executes the aggregate function 'function_name' on the elements of 'list'.
array_aggregate(list, function_name, ...)	Executes the aggregate function 'function_name' on the elements of 'list'.
array_append(arr, el)
array_apply(list, lambda)	Returns a list that is the result of applying the 'lambda' function to each element of the input 'list'.
array_cat(...)	Concatenates lists. 'NULL' inputs are skipped.
array_concat(...)	Concatenates lists. 'NULL' inputs are skipped.
array_contains(list, element) -> BOOLEAN	Returns true if the list contains the element.
array_cosine_distance(array1, array2)	Computes the cosine distance between two arrays of the same size. The array elements can not be 'NULL'.
array_cosine_similarity(array1, array2)	Computes the cosine similarity between two arrays of the same size. The array elements can not be 'NULL'.
array_cross_product(array, array)	Computes the cross product of two arrays of size 3.
array_distance(array1, array2)	Computes the distance between two arrays of the same size. The array elements can not be 'NULL'.
array_distinct(list) -> T[]	Removes all duplicates and 'NULL' values from a list.
array_dot_product(array1, array2)	Computes the inner product between two arrays of the same size. The array elements can not be 'NULL'.
array_extract(string, index)	Extracts a single character from a 'string' using a (1-based) 'index'.
array_filter(list, lambda)	Constructs a list from those elements of the input 'list' for which the 'lambda' function returns 'true'.
array_grade_up(list, [text], [text])	Works like list_sort, but the results are the indexes that correspond to the position in the original list instead of the actual values.
array_has(list, element) -> BOOLEAN	Returns true if the list contains the element.
array_has_all(list1, list2) -> BOOLEAN	Returns true if all elements of list2 are in list1.
array_has_any(list1, list2) -> BOOLEAN	Returns true if the lists have any element in common.
array_indexof(list, element) -> INTEGER	Returns the index of the 'element' if the 'list' contains the 'element'.
array_inner_product(array1, array2)	Computes the inner product between two arrays of the same size. The array elements can not be 'NULL'.
array_intersect(l1, l2)
array_length(list, [dimension]) -> BIGINT	Returns the length of the 'list'.
array_negative_dot_product(array1, array2)	Computes the negative inner product between two arrays of the same size. The array elements can not be 'NULL'.
array_negative_inner_product(array1, array2)	Computes the negative inner product between two arrays of the same size. The array elements can not be 'NULL'.
array_pop_back(arr)
array_pop_front(arr)
array_position(list, element) -> INTEGER	Returns the index of the 'element' if the 'list' contains the 'element'.
array_prepend(el, arr)
array_push_back(arr, e)
array_push_front(arr, e)
array_reduce(list, lambda, [initial_value])	Reduces all elements of the input 'list' into a single scalar value by executing the 'lambda' function on a running result and the next list element.
array_resize(list, size, [value])	Resizes the 'list' to contain 'size' elements.
array_reverse(l)
array_reverse_sort(list, [text])	Sorts the elements of the list in reverse order.
array_select(value_list, index_list) -> T[]	Returns a list based on the elements selected by the 'index_list'.
array_slice(list, begin, end, [step])	Extracts a sublist or substring using slice conventions.
array_sort(list, [text], [text])	Sorts the elements of the list.
array_to_string(arr, sep)
array_transform(list, lambda)	Returns a list that is the result of applying the 'lambda' function to each element of the input 'list'.
array_unique(list) -> UBIGINT	Counts the unique elements of a 'list'.
array_value(...) -> ARRAY	Creates an 'ARRAY' containing the argument values.
array_where(value_list, mask_list) -> T[]	Returns a list with the 'BOOLEAN's in 'mask_list' applied as a mask to the 'value_list'.
array_zip(...) -> STRUCT[]	Zips n 'LIST's to a new 'LIST' whose length will be that of the longest list.
ascii(string) -> INTEGER	Returns an integer that represents the Unicode code point of the first character of the 'string'.
asin(x) -> DOUBLE	Computes the arcsine of x
asinh(x) -> DOUBLE	Computes the inverse hyperbolic sin of x
atan(x) -> DOUBLE	Computes the arctangent of x
atan2(y, x) -> DOUBLE	Computes the arctangent (y, x)
atanh(x) -> DOUBLE	Computes the inverse hyperbolic tan of x
avg(x)	Calculates the average value for all tuples in x.
bar(x, min, max, [width]) -> VARCHAR	Draws a band whose width is proportional to ('x - min') and equal to 'width' characters when 'x' = 'max'. 'width' defaults to 80.
base64(blob) -> VARCHAR	Converts a 'blob' to a base64 encoded string.
bin(string) -> VARCHAR	Converts the 'string' to binary representation.
bit_and(value)	Returns the bitwise AND of all bits in a given expression.
bit_count(x)	Returns the number of bits that are set
bit_length(bit) -> BIGINT	Returns the bit-length of the 'bit' argument.
bit_or(value)	Returns the bitwise OR of all bits in a given expression.
bit_position(substring, bitstring) -> INTEGER	Returns first starting index of the specified substring within bits, or zero if it is not present.
bit_xor(value)	Returns the bitwise XOR of all bits in a given expression.
bitstring(bitstring, length) -> BIT	Pads the bitstring until the specified length
bitstring_agg(value, [value], [value]) -> BIT	Returns a bitstring with bits set for each distinct value.
bool_and(value) -> BOOLEAN	Returns TRUE if every input value is TRUE, otherwise FALSE.
bool_or(value) -> BOOLEAN	Returns TRUE if any input value is TRUE, otherwise FALSE.
cardinality(map, ...) -> UBIGINT	Returns the size of the map (or the number of entries in the map)
cbrt(x) -> DOUBLE	Returns the cube root of x
ceil(x)	Rounds the number up
ceiling(x)	Rounds the number up
century(ts) -> BIGINT	Extract the century component from a date or timestamp
char_length(bit) -> BIGINT	Returns the bit-length of the 'bit' argument.
character_length(bit) -> BIGINT	Returns the bit-length of the 'bit' argument.
chr(code_point) -> VARCHAR	Returns a character which is corresponding the ASCII code value or Unicode code point.
concat(value, ...)	Concatenates multiple strings or lists. 'NULL' inputs are skipped.
concat_ws(separator, string, ...) -> VARCHAR	Concatenates many strings, separated by 'separator'. 'NULL' inputs are skipped.
contains(string, search_string) -> BOOLEAN	Returns 'true' if 'search_string' is found within 'string'.
corr(y, x) -> DOUBLE	Returns the correlation coefficient for non-NULL pairs in a group.
cos(x) -> DOUBLE	Computes the cos of x
cosh(x) -> DOUBLE	Computes the hyperbolic cos of x
cot(x) -> DOUBLE	Computes the cotangent of x
count([value]) -> BIGINT	Returns the number of non-NULL values in arg.
count_if(value) -> HUGEINT	Counts the total number of TRUE values for a boolean column
countif(value) -> HUGEINT	Counts the total number of TRUE values for a boolean column
covar_pop(y, x) -> DOUBLE	Returns the population covariance of input values.
covar_samp(y, x) -> DOUBLE	Returns the sample covariance for non-NULL pairs in a group.
current_date()
damerau_levenshtein(s1, s2) -> BIGINT	Extension of Levenshtein distance to also include transposition of adjacent characters as an allowed edit operation.
date_add(date, interval)
date_diff(part, startdate, enddate) -> BIGINT	The number of partition boundaries between the timestamps
date_part(ts, value)	Get subfield (equivalent to extract)
date_sub(part, startdate, enddate) -> BIGINT	The number of complete partitions between the timestamps
date_trunc(part, timestamp)	Truncate to specified precision
datediff(part, startdate, enddate) -> BIGINT	The number of partition boundaries between the timestamps
datepart(ts, value)	Get subfield (equivalent to extract)
datesub(part, startdate, enddate) -> BIGINT	The number of complete partitions between the timestamps
datetrunc(part, timestamp)	Truncate to specified precision
day(ts) -> BIGINT	Extract the day component from a date or timestamp
dayname(ts) -> VARCHAR	The (English) name of the weekday
dayofmonth(ts) -> BIGINT	Extract the dayofmonth component from a date or timestamp
dayofweek(ts) -> BIGINT	Extract the dayofweek component from a date or timestamp
dayofyear(ts) -> BIGINT	Extract the dayofyear component from a date or timestamp
decade(ts) -> BIGINT	Extract the decade component from a date or timestamp
decode(blob) -> VARCHAR	Converts 'blob' to 'VARCHAR'.
degrees(x) -> DOUBLE	Converts radians to degrees
divide(value, value)
editdist3(s1, s2) -> BIGINT	The minimum number of single-character edits (insertions, deletions or substitutions) required to change one string to the other.
element_at(map, key) -> V[]	Returns a list containing the value for a given key or an empty list if the key is not contained in the map.
encode(string) -> BLOB	Converts the 'string' to 'BLOB'.
ends_with(string, search_string) -> BOOLEAN	Returns 'true' if 'string' ends with 'search_string'.
entropy(x) -> DOUBLE	Returns the log-2 entropy of count input-values.
enum_code(enum)	Returns the numeric value backing the given enum value
enum_first(enum) -> VARCHAR	Returns the first value of the input enum type
enum_last(enum) -> VARCHAR	Returns the last value of the input enum type
enum_range(enum) -> VARCHAR[]	Returns all values of the input enum type as an array
enum_range_boundary(start, end) -> VARCHAR[]	Returns the range between the two given enum values as an array.
epoch(temporal) -> DOUBLE	Extract the epoch component from a temporal type
epoch_ms(temporal)	Extract the epoch component in milliseconds from a temporal type
epoch_ns(temporal) -> BIGINT	Extract the epoch component in nanoseconds from a temporal type
epoch_us(temporal) -> BIGINT	Extract the epoch component in microseconds from a temporal type
equi_width_bins(min, max, bin_count, nice_rounding)	Generates bin_count equi-width bins between the min and max.
era(ts) -> BIGINT	Extract the era component from a date or timestamp
error(message)	Throws the given error message
even(x) -> DOUBLE	Rounds x to next even number by rounding away from zero
exp(x) -> DOUBLE	Computes e to the power of x
factorial(x) -> HUGEINT	Factorial of x.
favg(x) -> DOUBLE	Calculates the average using a more accurate floating point summation (Kahan Sum)
fdiv(x, y)
filter(list, lambda)	Constructs a list from those elements of the input 'list' for which the 'lambda' function returns 'true'.
first(value)	Returns the first value (NULL or non-NULL) from arg.
flatten(nested_list) -> T[]	Flattens a nested list by one level.
floor(x)	Rounds the number down
fmod(x, y)
format(format, ...) -> VARCHAR	Formats a string using the fmt syntax.
format_bytes(integer) -> VARCHAR	Converts 'integer' to a human-readable representation using units based on powers of 2 (KiB, MiB, GiB, etc.).
from_base64(string) -> BLOB	Converts a base64 encoded 'string' to a character string ('BLOB').
from_binary(value) -> BLOB	Converts a 'value' from binary representation to a blob.
from_hex(value) -> BLOB	Converts a 'value' from hexadecimal representation to a blob.
fsum(value) -> DOUBLE	Calculates the sum using a more accurate floating point summation (Kahan Sum).
gamma(x) -> DOUBLE	Interpolation of (x-1) factorial (so decimal inputs are allowed)
gcd(x, y)	Computes the greatest common divisor of x and y
gen_random_uuid() -> UUID	Returns a random UUID v4 similar to this: eeccb8c5-9943-b2bb-bb5e-222f4e14b687
generate_series(start, [stop], [step])	Creates a list of values between 'start' and 'stop' - the stop parameter is inclusive.
geomean(x)
geometric_mean(x)
get_bit(bitstring, index) -> INTEGER	Extracts the nth bit from bitstring; the first (leftmost) bit is indexed 0
get_current_timestamp() -> TIMESTAMP WITH TIME ZONE	Returns the current timestamp
grade_up(list, [text], [text])	Works like list_sort, but the results are the indexes that correspond to the position in the original list instead of the actual values.
greatest(arg1, ...)	Returns the largest value. For strings lexicographical ordering is used.
greatest_common_divisor(x, y)	Computes the greatest common divisor of x and y
group_concat(str, [text]) -> VARCHAR	Concatenates the column string values with an optional separator.
hamming(s1, s2) -> BIGINT	The Hamming distance between to strings, i.e., the number of positions with different characters for two strings of equal length.
hash(value, ...) -> UBIGINT	Returns a 'UBIGINT' with the hash of the 'value'.
hex(blob) -> VARCHAR	Converts 'blob' to 'VARCHAR' using hexadecimal encoding.
histogram(value, [value]) -> MAP	Returns a LIST of STRUCTs with the fields bucket and count.
histogram_exact(value, bins) -> MAP	Returns a LIST of STRUCTs with the fields bucket and count matching the buckets exactly.
histogram_values(source, col_name, bin_count, technique)
hour(ts) -> BIGINT	Extract the hour component from a date or timestamp
instr(string, search_string) -> BIGINT	Returns location of first occurrence of 'search_string' in 'string', counting from 1.
isfinite(x) -> BOOLEAN	Returns true if the floating point value is finite, false otherwise
isinf(x) -> BOOLEAN	Returns true if the floating point value is infinite, false otherwise
isnan(x) -> BOOLEAN	Returns true if the floating point value is not a number, false otherwise
isodow(ts) -> BIGINT	Extract the isodow component from a date or timestamp
isoyear(ts) -> BIGINT	Extract the isoyear component from a date or timestamp
jaccard(s1, s2) -> DOUBLE	The Jaccard similarity between two strings.
jaro_similarity(s1, s2, [score_cutoff]) -> DOUBLE	The Jaro similarity between two strings.
jaro_winkler_similarity(s1, s2, [score_cutoff]) -> DOUBLE	The Jaro-Winkler similarity between two strings.
julian(ts) -> DOUBLE	Extract the Julian Day number from a date or timestamp
kahan_sum(value) -> DOUBLE	Calculates the sum using a more accurate floating point summation (Kahan Sum).
kurtosis(x) -> DOUBLE	Returns the excess kurtosis (Fisher’s definition) of all input values, with a bias correction according to the sample size
kurtosis_pop(x) -> DOUBLE	Returns the excess kurtosis (Fisher’s definition) of all input values, without bias correction
last(value)	Returns the last value of a column.
last_day(ts) -> DATE	Returns the last day of the month
lcase(string) -> VARCHAR	Converts 'string' to lower case.
lcm(x, y)	Computes the least common multiple of x and y
least(arg1, ...)	Returns the smallest value. For strings lexicographical ordering is used.
least_common_multiple(x, y)	Computes the least common multiple of x and y
left(string, count) -> VARCHAR	Extracts the left-most count characters.
left_grapheme(string, count) -> VARCHAR	Extracts the left-most count grapheme clusters.
len(bit) -> BIGINT	Returns the bit-length of the 'bit' argument.
length(bit) -> BIGINT	Returns the bit-length of the 'bit' argument.
length_grapheme(string) -> BIGINT	Number of grapheme clusters in 'string'.
levenshtein(s1, s2) -> BIGINT	The minimum number of single-character edits (insertions, deletions or substitutions) required to change one string to the other.
lgamma(x) -> DOUBLE	Computes the log of the gamma function
list(value) -> T[]	Returns a LIST containing all the values of a column.
list_aggr(list, function_name, ...)	Executes the aggregate function 'function_name' on the elements of 'list'.
list_aggregate(list, function_name, ...)	Executes the aggregate function 'function_name' on the elements of 'list'.
list_any_value(l)
list_append(l, e)
list_apply(list, lambda)	Returns a list that is the result of applying the 'lambda' function to each element of the input 'list'.
list_approx_count_distinct(l)
list_avg(l)
list_bit_and(l)
list_bit_or(l)
list_bit_xor(l)
list_bool_and(l)
list_bool_or(l)
list_cat(...)	Concatenates lists. 'NULL' inputs are skipped.
list_concat(...)	Concatenates lists. 'NULL' inputs are skipped.
list_contains(list, element) -> BOOLEAN	Returns true if the list contains the element.
list_cosine_distance(list1, list2)	Computes the cosine distance between two same-sized lists.
list_cosine_similarity(list1, list2)	Computes the cosine similarity between two same-sized lists.
list_count(l)
list_distance(list1, list2)	Calculates the Euclidean distance between two points with coordinates given in two inputs lists of equal length.
list_distinct(list) -> T[]	Removes all duplicates and 'NULL' values from a list.
list_dot_product(list1, list2)	Computes the inner product between two same-sized lists.
list_element(list, index)	Extract the 'index'th (1-based) value from the list.
list_entropy(l)
list_extract(list, index)	Extract the 'index'th (1-based) value from the list.
list_filter(list, lambda)	Constructs a list from those elements of the input 'list' for which the 'lambda' function returns 'true'.
list_first(l)
list_grade_up(list, [text], [text])	Works like list_sort, but the results are the indexes that correspond to the position in the original list instead of the actual values.
list_has(list, element) -> BOOLEAN	Returns true if the list contains the element.
list_has_all(list1, list2) -> BOOLEAN	Returns true if all elements of list2 are in list1.
list_has_any(list1, list2) -> BOOLEAN	Returns true if the lists have any element in common.
list_histogram(l)
list_indexof(list, element) -> INTEGER	Returns the index of the 'element' if the 'list' contains the 'element'.
list_inner_product(list1, list2)	Computes the inner product between two same-sized lists.
list_intersect(l1, l2)
list_kurtosis(l)
list_kurtosis_pop(l)
list_last(l)
list_mad(l)
list_max(l)
list_median(l)
list_min(l)
list_mode(l)
list_negative_dot_product(list1, list2)	Computes the negative inner product between two same-sized lists.
list_negative_inner_product(list1, list2)	Computes the negative inner product between two same-sized lists.
list_pack([any], ...)	Creates a LIST containing the argument values.
list_position(list, element) -> INTEGER	Returns the index of the 'element' if the 'list' contains the 'element'.
list_prepend(e, l)
list_product(l)
list_reduce(list, lambda, [initial_value])	Reduces all elements of the input 'list' into a single scalar value by executing the 'lambda' function on a running result and the next list element.
list_resize(list, size, [value])	Resizes the 'list' to contain 'size' elements.
list_reverse(l)
list_reverse_sort(list, [text])	Sorts the elements of the list in reverse order.
list_select(value_list, index_list) -> T[]	Returns a list based on the elements selected by the 'index_list'.
list_sem(l)
list_skewness(l)
list_slice(list, begin, end, [step])	Extracts a sublist or substring using slice conventions.
list_sort(list, [text], [text])	Sorts the elements of the list.
list_stddev_pop(l)
list_stddev_samp(l)
list_string_agg(l)
list_sum(l)
list_transform(list, lambda)	Returns a list that is the result of applying the 'lambda' function to each element of the input 'list'.
list_unique(list) -> UBIGINT	Counts the unique elements of a 'list'.
list_value([any], ...)	Creates a LIST containing the argument values.
list_var_pop(l)
list_var_samp(l)
list_where(value_list, mask_list) -> T[]	Returns a list with the 'BOOLEAN's in 'mask_list' applied as a mask to the 'value_list'.
list_zip(...) -> STRUCT[]	Zips n 'LIST's to a new 'LIST' whose length will be that of the longest list.
listagg(str, [text]) -> VARCHAR	Concatenates the column string values with an optional separator.
ln(x) -> DOUBLE	Computes the natural logarithm of x
log(b, [x]) -> DOUBLE	Computes the logarithm of x to base b. b may be omitted, in which case the default 10
log10(x) -> DOUBLE	Computes the 10-log of x
log2(x) -> DOUBLE	Computes the 2-log of x
lower(string) -> VARCHAR	Converts 'string' to lower case.
lpad(string, count, character) -> VARCHAR	Pads the 'string' with the 'character' on the left until it has 'count' characters.
ltrim(string, [characters]) -> VARCHAR	Removes any occurrences of any of the 'characters' from the left side of the 'string'. 'characters' defaults to 'space'.
mad(x)	Returns the median absolute deviation for the values within x.
make_date(year, [month], [day]) -> DATE	The date for the given struct.
make_time(hour, minute, seconds) -> TIME	The time for the given parts
make_timestamp(year, [month], [day], [hour], [minute], [seconds]) -> TIMESTAMP	The timestamp for the given parts
make_timestamp_ms(nanos) -> TIMESTAMP	The timestamp for the given microseconds since the epoch
make_timestamp_ns(nanos) -> TIMESTAMP_NS	The timestamp for the given nanoseconds since epoch
map([keys], [values])	Creates a map from a set of keys and values
map_concat(...) -> LIST	Returns a map created from merging the input maps, on key collision the value is taken from the last map with that key
map_contains(map, key) -> BOOLEAN	Checks if a map contains a given key.
map_contains_entry(map, key, value)
map_contains_value(map, value)
map_entries(map) -> STRUCT("key" K, "value" V)[]	Returns the map entries as a list of keys/values
map_extract(map, key) -> V[]	Returns a list containing the value for a given key or an empty list if the key is not contained in the map.
map_extract_value(map, key) -> V	Returns the value for a given key or NULL if the key is not contained in the map.
map_from_entries(map) -> MAP(K, V)	Returns a map created from the entries of the array
map_keys(map) -> K[]	Returns the keys of a map as a list
map_values(map) -> V[]	Returns the values of a map as a list
max(value, [value])	Returns the maximum value present in arg.
max_by(value, val, [value])	Finds the row with the maximum val.
md5(blob) -> VARCHAR	Returns the MD5 hash of the 'blob' as a 'VARCHAR'.
mean(x)	Calculates the average value for all tuples in x.
median(x)	Returns the middle value of the set.
microsecond(ts) -> BIGINT	Extract the microsecond component from a date or timestamp
millennium(ts) -> BIGINT	Extract the millennium component from a date or timestamp
millisecond(ts) -> BIGINT	Extract the millisecond component from a date or timestamp
min(value, [value])	Returns the minimum value present in arg.
min_by(value, val, [value])	Finds the row with the minimum val.
minute(ts) -> BIGINT	Extract the minute component from a date or timestamp
mismatches(s1, s2) -> BIGINT	The Hamming distance between to strings, i.e., the number of positions with different characters for two strings of equal length.
mod(value, value)
mode(x)	Returns the most frequent value for the values within x.
month(ts) -> BIGINT	Extract the month component from a date or timestamp
monthname(ts) -> VARCHAR	The (English) name of the month
multiply(value, value)
nanosecond(tsns) -> BIGINT	Extract the nanosecond component from a date or timestamp
nextafter(x, y)	Returns the next floating point value after x in the direction of y
nfc_normalize(string) -> VARCHAR	Converts 'string' to Unicode NFC normalized string.
now() -> TIMESTAMP WITH TIME ZONE	Returns the current timestamp
nullif(a, b)
octet_length(bitstring) -> BIGINT	Returns the number of bytes in the 'bitstring'.
ord(string) -> INTEGER	Returns an 'INTEGER' representing the 'unicode' codepoint of the first character in the 'string'.
parse_dirname(path, [separator]) -> VARCHAR	Returns the top-level directory name from the given 'path'. 'separator' options: 'system', 'both_slash' (default), 'forward_slash', 'backslash'.
parse_dirpath(path, [separator]) -> VARCHAR	Returns the head of the 'path' (the pathname until the last slash) similarly to Python's 'os.path.dirname'. 'separator' options: 'system', 'both_slash' (default), 'forward_slash', 'backslash'.
parse_filename(string, [trim_extension], [separator]) -> VARCHAR	Returns the last component of the 'path' similarly to Python's 'os.path.basename' function.
parse_path(path, [separator]) -> VARCHAR[]	Returns a list of the components (directories and filename) in the 'path' similarly to Python's 'pathlib.parts' function. 'separator' options: 'system', 'both_slash' (default), 'forward_slash', 'backslash'.
pi() -> DOUBLE	Returns the value of pi
position(string, search_string) -> BIGINT	Returns location of first occurrence of 'search_string' in 'string', counting from 1.
pow(x, y) -> DOUBLE	Computes x to the power of y
power(x, y) -> DOUBLE	Computes x to the power of y
prefix(string, search_string) -> BOOLEAN	Returns 'true' if 'string' starts with 'search_string'.
printf(format, ...) -> VARCHAR	Formats a 'string' using printf syntax.
product(value) -> DOUBLE	Calculates the product of all tuples in arg.
quantile(x, [pos])	Returns the exact quantile number between 0 and 1 .
quantile_cont(x, pos)	Returns the interpolated quantile number between 0 and 1 .
quantile_disc(x, [pos])	Returns the exact quantile number between 0 and 1 .
quarter(ts) -> BIGINT	Extract the quarter component from a date or timestamp
query_table(value, [value])
radians(x) -> DOUBLE	Converts degrees to radians
random() -> DOUBLE	Returns a random number between 0 and 1
range(start, [stop], [step])	Creates a list of values between 'start' and 'stop' - the stop parameter is exclusive.
reduce(list, lambda, [initial_value])	Reduces all elements of the input 'list' into a single scalar value by executing the 'lambda' function on a running result and the next list element.
regexp_escape(string) -> VARCHAR	Escapes special patterns to turn 'string' into a regular expression similarly to Python's 're.escape' function.
regexp_extract(string, regex, [group], [options]) -> VARCHAR	If 'string' contains the 'regex' pattern, returns the capturing group specified by optional parameter 'group'; otherwise, returns the empty string.
regexp_extract_all(string, regex, [group], [options]) -> VARCHAR[]	Finds non-overlapping occurrences of the 'regex' in the 'string' and returns the corresponding values of the capturing 'group'.
regexp_full_match(string, regex, [text]) -> BOOLEAN	Returns 'true' if the entire 'string' matches the 'regex'.
regexp_matches(string, regex, [options]) -> BOOLEAN	Returns 'true' if 'string' contains the 'regex', 'false' otherwise. A set of optional regex 'options' can be set.
regexp_replace(string, regex, replacement, [options]) -> VARCHAR	If 'string' contains the 'regex', replaces the matching part with 'replacement'.
regexp_split_to_array(string, regex, [options]) -> VARCHAR[]	Splits the 'string' along the 'regex'.
regexp_split_to_table(text, pattern)
regr_avgx(y, x) -> DOUBLE	Returns the average of the independent variable for non-NULL pairs in a group, where x is the independent variable and y is the dependent variable.
regr_avgy(y, x) -> DOUBLE	Returns the average of the dependent variable for non-NULL pairs in a group, where x is the independent variable and y is the dependent variable.
regr_count(y, x) -> UINTEGER	Returns the number of non-NULL number pairs in a group.
regr_intercept(y, x) -> DOUBLE	Returns the intercept of the univariate linear regression line for non-NULL pairs in a group.
regr_r2(y, x) -> DOUBLE	Returns the coefficient of determination for non-NULL pairs in a group.
regr_slope(y, x) -> DOUBLE	Returns the slope of the linear regression line for non-NULL pairs in a group.
regr_sxx(y, x) -> DOUBLE
regr_sxy(y, x) -> DOUBLE	Returns the population covariance of input values
regr_syy(y, x) -> DOUBLE
repeat(blob, count)	Repeats the 'blob' 'count' number of times.
replace(string, source, target) -> VARCHAR	Replaces any occurrences of the 'source' with 'target' in 'string'.
reservoir_quantile(x, quantile, [sample_size])	Gives the approximate quantile using reservoir sampling, the sample size is optional and uses 8192 as a default size.
reverse(string) -> VARCHAR	Reverses the 'string'.
right(string, count) -> VARCHAR	Extract the right-most 'count' characters.
right_grapheme(string, count) -> VARCHAR	Extracts the right-most 'count' grapheme clusters.
round(x, [precision])	Rounds x to s decimal places
round_even(x, n)
roundbankers(x, n)
row(...) -> STRUCT	Create an unnamed STRUCT (tuple) containing the argument values.
rpad(string, count, character) -> VARCHAR	Pads the 'string' with the 'character' on the right until it has 'count' characters.
rtrim(string, [characters]) -> VARCHAR	Removes any occurrences of any of the 'characters' from the right side of the 'string'. 'characters' defaults to 'space'.
second(ts) -> BIGINT	Extract the second component from a date or timestamp
sem(x) -> DOUBLE	Returns the standard error of the mean
set_bit(bitstring, index, new_value) -> BIT	Sets the nth bit in bitstring to newvalue; the first (leftmost) bit is indexed 0.
sha1(blob) -> VARCHAR	Returns a 'VARCHAR' with the SHA-1 hash of the 'blob'.
sha256(blob) -> VARCHAR	Returns a 'VARCHAR' with the SHA-256 hash of the 'blob'.
sign(x) -> TINYINT	Returns the sign of x as -1, 0 or 1
signbit(x) -> BOOLEAN	Returns whether the signbit is set or not
sin(x) -> DOUBLE	Computes the sin of x
sinh(x) -> DOUBLE	Computes the hyperbolic sin of x
skewness(x) -> DOUBLE	Returns the skewness of all input values.
split(string, separator) -> VARCHAR[]	Splits the 'string' along the 'separator'.
split_part(string, delimiter, position)
sqrt(x) -> DOUBLE	Returns the square root of x
starts_with(string, search_string) -> BOOLEAN	Returns 'true' if 'string' begins with 'search_string'.
stddev(x) -> DOUBLE	Returns the sample standard deviation
stddev_pop(x) -> DOUBLE	Returns the population standard deviation.
stddev_samp(x) -> DOUBLE	Returns the sample standard deviation
str_split(string, separator) -> VARCHAR[]	Splits the 'string' along the 'separator'.
str_split_regex(string, regex, [options]) -> VARCHAR[]	Splits the 'string' along the 'regex'.
strftime(data, format) -> VARCHAR	Converts a 'date' to a string according to the format string.
string_agg(str, [text]) -> VARCHAR	Concatenates the column string values with an optional separator.
string_split(string, separator) -> VARCHAR[]	Splits the 'string' along the 'separator'.
string_split_regex(string, regex, [options]) -> VARCHAR[]	Splits the 'string' along the 'regex'.
string_to_array(string, separator) -> VARCHAR[]	Splits the 'string' along the 'separator'.
strip_accents(string) -> VARCHAR	Strips accents from 'string'.
strlen(string) -> BIGINT	Number of bytes in 'string'.
strpos(string, search_string) -> BIGINT	Returns location of first occurrence of 'search_string' in 'string', counting from 1.
strptime(text, format) -> TIMESTAMP	Converts the 'string' text to timestamp according to the format string.
struct_concat(...) -> STRUCT	Merge the multiple STRUCTs into a single STRUCT.
struct_contains(struct, entry) -> BOOLEAN	Check if an unnamed STRUCT contains the value.
struct_extract(struct, entry)	Extract the named entry from the STRUCT.
struct_extract_at(struct, entry)	Extract the entry from the STRUCT by position (starts at 1!).
struct_has(struct, entry) -> BOOLEAN	Check if an unnamed STRUCT contains the value.
struct_indexof(struct, entry) -> INTEGER	Get the position of the entry in an unnamed STRUCT, starting at 1.
struct_insert(...) -> STRUCT	Adds field(s)/value(s) to an existing STRUCT with the argument values.
struct_pack(...) -> STRUCT	Create a STRUCT containing the argument values.
struct_position(struct, entry) -> INTEGER	Get the position of the entry in an unnamed STRUCT, starting at 1.
struct_update(...) -> STRUCT	Changes field(s)/value(s) to an existing STRUCT with the argument values.
substr(string, start, [length]) -> VARCHAR	Extracts substring starting from character 'start' up to the end of the string.
substring(string, start, [length]) -> VARCHAR	Extracts substring starting from character 'start' up to the end of the string.
substring_grapheme(string, start, [length]) -> VARCHAR	Extracts substring starting from grapheme clusters 'start' up to the end of the string.
subtract(value, [value])
suffix(string, search_string) -> BOOLEAN	Returns 'true' if 'string' ends with 'search_string'.
sum(value)	Calculates the sum value for all tuples in arg.
sumkahan(value) -> DOUBLE	Calculates the sum using a more accurate floating point summation (Kahan Sum).
tan(x) -> DOUBLE	Computes the tan of x
tanh(x) -> DOUBLE	Computes the hyperbolic tan of x
time_bucket(bucket_width, timestamp, [origin])	Truncate TIMESTAMPTZ by the specified interval bucket_width.
timezone(ts, [value])	Extract the timezone component from a date or timestamp
timezone_hour(ts) -> BIGINT	Extract the timezone_hour component from a date or timestamp
timezone_minute(ts) -> BIGINT	Extract the timezone_minute component from a date or timestamp
to_base(number, radix, [min_length]) -> VARCHAR	Converts 'number' to a string in the given base 'radix', optionally padding with leading zeros to 'min_length'.
to_base64(blob) -> VARCHAR	Converts a 'blob' to a base64 encoded string.
to_binary(string) -> VARCHAR	Converts the 'string' to binary representation.
to_centuries(integer) -> INTERVAL	Construct a century interval
to_days(integer) -> INTERVAL	Construct a day interval
to_decades(integer) -> INTERVAL	Construct a decade interval
to_hex(blob) -> VARCHAR	Converts 'blob' to 'VARCHAR' using hexadecimal encoding.
to_hours(integer) -> INTERVAL	Construct a hour interval
to_microseconds(integer) -> INTERVAL	Construct a microsecond interval
to_millennia(integer) -> INTERVAL	Construct a millenium interval
to_milliseconds(double) -> INTERVAL	Construct a millisecond interval
to_minutes(integer) -> INTERVAL	Construct a minute interval
to_months(integer) -> INTERVAL	Construct a month interval
to_quarters(integer) -> INTERVAL	Construct a quarter interval
to_seconds(double) -> INTERVAL	Construct a second interval
to_timestamp(sec) -> TIMESTAMP WITH TIME ZONE	Converts secs since epoch to a timestamp with time zone
to_weeks(integer) -> INTERVAL	Construct a week interval
to_years(integer) -> INTERVAL	Construct a year interval
today()
transaction_timestamp() -> TIMESTAMP WITH TIME ZONE	Returns the current timestamp
translate(string, from, to) -> VARCHAR	Replaces each character in 'string' that matches a character in the 'from' set with the corresponding character in the 'to' set.
trim(string, [characters]) -> VARCHAR	Removes any occurrences of any of the 'characters' from either side of the 'string'. 'characters' defaults to 'space'.
trunc(x, [value])	Truncates the number
try_strptime(text, format) -> TIMESTAMP	Converts the 'string' text to timestamp according to the format string.
typeof(expression) -> VARCHAR	Returns the name of the data type of the result of the expression
ucase(string) -> VARCHAR	Converts 'string' to upper case.
unbin(value) -> BLOB	Converts a 'value' from binary representation to a blob.
unhex(value) -> BLOB	Converts a 'value' from hexadecimal representation to a blob.
unicode(string) -> INTEGER	Returns an 'INTEGER' representing the 'unicode' codepoint of the first character in the 'string'.
union_extract(union, tag)	Extract the value with the named tags from the union.
union_tag(union)	Retrieve the currently selected tag of the union as an ENUM
union_value(...) -> UNION	Create a single member UNION containing the argument value. The tag of the value will be the bound variable name
unnest(value)
upper(string) -> VARCHAR	Converts 'string' to upper case.
url_decode(string) -> VARCHAR	Decodes a URL from a representation using Percent-Encoding.
url_encode(string) -> VARCHAR	Encodes a URL to a representation using Percent-Encoding.
uuid() -> UUID	Returns a random UUID v4 similar to this: eeccb8c5-9943-b2bb-bb5e-222f4e14b687
uuid_extract_timestamp(uuid) -> TIMESTAMP WITH TIME ZONE	Extract the timestamp for the given UUID v7.
uuid_extract_version(uuid) -> UINTEGER	Extract a version for the given UUID.
uuidv4() -> UUID	Returns a random UUIDv4 similar to this: eeccb8c5-9943-b2bb-bb5e-222f4e14b687
uuidv7() -> UUID	Returns a random UUID v7 similar to this: 019482e4-1441-7aad-8127-eec99573b0a0
var_pop(x) -> DOUBLE	Returns the population variance.
var_samp(x) -> DOUBLE	Returns the sample variance of all input values.
variance(x) -> DOUBLE	Returns the sample variance of all input values.
wavg(value, weight)
week(ts) -> BIGINT	Extract the week component from a date or timestamp
weekday(ts) -> BIGINT	Extract the weekday component from a date or timestamp
weekofyear(ts) -> BIGINT	Extract the weekofyear component from a date or timestamp
weighted_avg(value, weight)
xor(left, right)	Bitwise XOR
year(ts) -> BIGINT	Extract the year component from a date or timestamp
yearweek(ts) -> BIGINT	Extract the yearweek component from a date or timestamp
`;
