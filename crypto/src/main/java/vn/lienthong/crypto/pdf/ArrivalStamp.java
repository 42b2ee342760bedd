package vn.lienthong.crypto.pdf;

/**
 * The arrival stamp (dấu ĐẾN), 50 mm wide and 35 mm high. Empty values are dotted for the pen.
 *
 * @param agency whose stamp
 * @param number số đến
 * @param date ngày đến
 * @param handedTo chuyển
 * @param file số và ký hiệu hồ sơ
 */
public record ArrivalStamp(String agency, String number, String date, String handedTo, String file) {}
