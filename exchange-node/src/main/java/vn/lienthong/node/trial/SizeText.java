package vn.lienthong.node.trial;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as people write them: {@code 100k}, {@code 20m}, {@code 1g}; powers of 1024. */
final class SizeText implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([kmg]?)");
    private static final long MOST = 1L << 40;

    @Override
    public Long convert(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("not a size such as 100k, 20m or 1g: " + text);
        }
        int shift = switch (matcher.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        long number = Long.parseLong(matcher.group(1));
        if (number == 0 || number > MOST >> shift) {
            throw new TypeConversionException("a size is between 1 octet and 1 TiB: " + text);
        }
        return number << shift;
    }
}
