package vn.lienthong.core.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.text.SearchText;

/** The types of documents that each bloc knows, in the order of the rules. Entries are never taken away. */
public final class DocumentTypes {

    /** The 29 administrative types of Decree 30/2020, Article 7, with the abbreviations of Annex III. */
    public static final List<ListedType> ADMINISTRATIVE = parse("""
        Nghị quyết=NQ|Quyết định=QĐ|Chỉ thị=CT|Quy chế=QC|Quy định=QyĐ|Thông cáo=TC|Thông báo=TB|Hướng dẫn=HD|\
        Chương trình=CTr|Kế hoạch=KH|Phương án=PA|Đề án=ĐA|Dự án=DA|Báo cáo=BC|Biên bản=BB|Tờ trình=TTr|Hợp đồng=HĐ|\
        Công văn=|Công điện=CĐ|Bản ghi nhớ=BGN|Bản thỏa thuận=BTT|Giấy ủy quyền=GUQ|Giấy mời=GM|Giấy giới thiệu=GGT|\
        Giấy nghỉ phép=GNP|Phiếu gửi=PG|Phiếu chuyển=PC|Phiếu báo=PB|Thư công=\
        """, false);

    /** Copies (Decree 30/2020, Annex III). */
    public static final List<ListedType> COPIES = parse("Bản sao y=SY|Bản trích sao=TrS|Bản sao lục=SL", false);

    /** Legal normative documents of ministries and of provinces. */
    public static final List<ListedType> LEGAL =
            parse("Nghị định=NĐ|Thông tư=TT|Thông tư liên tịch=TTLT|Nghị quyết=NQ|Quyết định=QĐ", true);

    /** The types of the Party. */
    public static final List<ListedType> PARTY = parse("""
        Nghị quyết=NQ|Quyết định=QĐ|Chỉ thị=CT|Kết luận=KL|Quy chế=QC|Quy định=QĐi|Thông tri=TT|Hướng dẫn=HD|Thông báo=TB|\
        Thông cáo=TC|Tuyên bố=TBố|Lời kêu gọi=LKG|Báo cáo=BC|Kế hoạch=KH|Quy hoạch=QH|Chương trình=CTr|Chiến lược=CL|\
        Đề án=ĐA|Phương án=PA|Dự án=DA|Tờ trình=TTr|Công văn=CV|Biên bản=BB|Giấy giới thiệu=GT|Giấy mời=GM|\
        Phiếu gửi=PG|Điện=Đ\
        """, false);

    private DocumentTypes() {}

    /** The list of a bloc: what its agencies choose from. */
    public static List<ListedType> of(Bloc bloc) {
        if (bloc == Bloc.PARTY) {
            return PARTY;
        }
        return Stream.concat(ADMINISTRATIVE.stream(), COPIES.stream()).toList();
    }

    /**
     * Finds a type by its name, in any capitals and with or without accents when that is clear.
     *
     * @param types where to look
     * @param name as typed or received
     * @return empty when the list has no such name or several
     */
    public static Optional<ListedType> find(List<ListedType> types, String name) {
        String wanted = name.strip();
        Optional<ListedType> exact = types.stream()
                .filter(type -> type.name().equalsIgnoreCase(wanted))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        String folded = SearchText.fold(wanted);
        List<ListedType> alike = types.stream()
                .filter(type -> SearchText.fold(type.name()).equals(folded))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    /**
     * The type of that name, listed or not: what others call a type is accepted, and abbreviated by its first letters.
     *
     * @param bloc whose list
     * @param name as typed or received; a letter when empty
     */
    public static ListedType orUnlisted(Bloc bloc, String name) {
        String wanted = name.isBlank() ? ListedType.LETTER : name.strip();
        return find(of(bloc), wanted).orElseGet(() -> new ListedType(wanted, AgencySymbol.initials(wanted), false));
    }

    private static List<ListedType> parse(String list, boolean legal) {
        return Stream.of(list.split("\\|", -1))
                .map(entry -> entry.split("=", -1))
                .map(parts -> new ListedType(parts[0], parts[1], legal))
                .toList();
    }
}
