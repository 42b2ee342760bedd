package vn.lienthong.node.client.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;

/** Agency codes on the command line. */
final class CodeConverter implements ITypeConverter<AgencyCode> {

    @Override
    public AgencyCode convert(String text) {
        return switch (AgencyCode.check(text)) {
            case AgencyCodeCheck.Valid(AgencyCode code) -> code;
            case AgencyCodeCheck.Invalid(var reason) ->
                throw new TypeConversionException("not an agency code (" + reason + ")");
        };
    }
}
