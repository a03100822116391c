// PDFs written by hand.

/// Returns a PDF of these objects, numbered from 1, with its cross-reference table. Binary text is given as Latin-1.
export function pdf(objects, trailer = "") {
  let text = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

export const stream = (content) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/// Returns a PDF of one page whose font is named but not embedded, as in older files from Hong Kong and Taiwan.
export function withNamedFont(encoding, content) {
  return pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    stream(content),
    `<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /DW 1000 /FontDescriptor 7 0 R " +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> >>",
    "<< /Type /FontDescriptor /FontName /MSung-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 " +
      "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
  ]);
}
