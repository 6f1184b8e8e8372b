/** What a label announces. `other`: something that belongs to a page, not to its article. */
export type Labelled =
  | 'title'
  | 'published'
  | 'updated'
  | 'authors'
  | 'tags'
  | 'summary'
  | 'language'
  | 'source'
  | 'contact'
  | 'other';

/** The words by which desks announce a thing, in lower case, parted by `|`. */
export const labelTable: readonly (readonly [Labelled, string])[] = [
  [
    'title',
    'title|headline|heading|subject|hed|head|titel|titre|título|titulo|titolo|tytuł|заголовок|başlık|judul|otsikko|' +
      'tittel|überschrift|cím|titlu|název|τίτλος|标题|標題|题目|タイトル|題名|제목|العنوان|عنوان|כותרת|शीर्षक|tiêu đề',
  ],
  [
    'published',
    'published|published on|published at|first published|first published on|originally published|date published|' +
      'publish date|published date|publication date|date of publication|pub date|pubdate|posted|posted on|posted at|date posted|first posted|' +
      'date|dated|datetime|date/time|released|release date|date of release|issued|issued on|created|created on|filed|filed on|sent|on|' +
      'publié|publié le|publie le|date de publication|paru le|mis en ligne|mis en ligne le|' +
      'veröffentlicht|veröffentlicht am|erschienen|erschienen am|erstellt|erstellt am|datum|vom|' +
      'publicado|publicada|publicado el|publicado em|fecha|fecha de publicación|data|data de publicação|' +
      'pubblicato|pubblicato il|data di pubblicazione|gepubliceerd|gepubliceerd op|geplaatst|geplaatst op|' +
      'publicerad|publicerat|publicerad den|publisert|publiceret|udgivet|dato|julkaistu|opublikowano|data publikacji|dodano|' +
      'опубликовано|дата|дата публикации|опубліковано|yayınlanma|yayınlanma tarihi|yayın tarihi|tarih|eklenme|giriş|' +
      'diterbitkan|dipublikasikan|tayang|tanggal|ngày đăng|publicat|publicat la|megjelent|vydáno|publikováno|objavljeno|' +
      'δημοσιεύτηκε|ημερομηνία|发布时间|發布時間|发布|发表于|發表於|日期|时间|時間|公開日|公開|投稿日|配信|掲載日|日付|' +
      '등록|입력|작성일|게시|نشر|نشر في|نُشر في|تاريخ النشر|التاريخ|تاریخ|תאריך|פורסם|दिनांक|प्रकाशित|तारीख',
  ],
  [
    'updated',
    'updated|updated on|updated at|last updated|last updated on|last updated at|last update|update|modified|last modified|' +
      'last modified on|date modified|date updated|last edited|edited|revised|last revised|mis à jour|mis à jour le|modifié le|' +
      'dernière mise à jour|dernière mise à jour le|aktualisiert|aktualisiert am|stand|zuletzt aktualisiert|letzte aktualisierung|' +
      'actualizado|actualizado el|actualizada|última actualización|atualizado|atualizado em|atualizada em|última atualização|' +
      'aggiornato|aggiornato il|ultimo aggiornamento|bijgewerkt|laatst bijgewerkt|bijgewerkt op|uppdaterad|senast uppdaterad|oppdatert|' +
      'sist oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|ostatnia aktualizacja|обновлено|изменено|оновлено|güncelleme|' +
      'güncellenme|güncellendi|son güncelleme|güncelleme tarihi|diperbarui|cập nhật|actualizat|aktualizováno|更新|更新时间|更新時間|更新日|' +
      '最終更新|수정|업데이트|تحديث|آخر تحديث|تم التحديث|עודכן|अपडेट|अपडेटेड',
  ],
  [
    'authors',
    'author|authors|author(s)|by|byline|writer|writers|written by|words|words by|text|text by|story|story by|article by|reporter|' +
      'interview by|interviewed by|review by|reviewed by|analysis by|opinion by|comment by|commentary by|essay by|poem by|recipe by|compiled by|column by|feature by|special report by|guest post by|as told to|' +
      'reporters|reported by|report by|reporting|reporting by|correspondent|columnist|contributor|contributors|contributed by|posted by|submitted by|' +
      'published by|from|autor|autorin|autoren|von|text von|auteur|auteure|auteurs|auteur(s)|par|rédigé par|écrit par|autora|autores|por|texto|escrito por|redactado por|' +
      'autore|autrice|autori|di|testo di|a cura di|scritto da|door|tekst|geschreven door|skribent|av|af|skrevet av|skrevet af|tekst av|text av|skriven av|författare|' +
      'forfatter|kirjoittaja|kirjoittanut|teksti|autorzy|opracował|opracowała|автор|авторы|avtor|avtorica|аутор|аўтар|autorius|autors|kirjutas|höfundur|mwandishi|müəllif|автор текста|текст|yazar|yazan|haber|penulis|oleh|tác giả|' +
      'írta|szerző|napsal|napsala|de către|συντάκτης|作者|文|撰文|记者|記者|著者|執筆|文責|글|글쓴이|기자|الكاتب|بقلم|كتب|کاتب|نویسنده|מאת|लेखक|द्वारा',
  ],
  [
    'tags',
    'tags|tag|topics|topic|keywords|keyword|key words|categories|category|section|sections|filed under|posted in|filed in|' +
      'subjects|tagged|tagged with|tagged in|schlagwörter|schlagworte|stichwörter|themen|kategorie|kategorien|ressort|mots-clés|mots clés|mots-clefs|étiquettes|' +
      'catégorie|catégories|thèmes|rubrique|etiquetas|temas|categoría|categorías|palabras clave|sección|assuntos|categoria|categorias|palavras-chave|tópicos|' +
      'argomenti|parole chiave|categorie|trefwoorden|onderwerpen|ämnen|taggar|kategori|stikkord|emner|emneord|avainsanat|aiheet|tagi|kategoria|' +
      'słowa kluczowe|теги|метки|рубрика|ключевые слова|etiketler|kata kunci|标签|標籤|关键词|關鍵字|分类|分類|タグ|カテゴリ|カテゴリー|태그|분류|' +
      'الوسوم|كلمات مفتاحية|القسم|תגיות|टैग',
  ],
  [
    'summary',
    'summary|abstract|description|excerpt|standfirst|subtitle|sub-title|subheadline|sub-headline|subheading|subhead|strapline|strap|deck|dek|' +
      'teaser|blurb|synopsis|in brief|zusammenfassung|untertitel|unterzeile|vorspann|résumé|chapô|chapeau|sous-titre|resumen|subtítulo|bajada|copete|' +
      'resumo|sommario|sottotitolo|riassunto|samenvatting|ondertitel|sammanfattning|ingress|sammendrag|resumé|tiivistelmä|streszczenie|podtytuł|' +
      'краткое содержание|аннотация|özet|ringkasan|摘要|概要|要約|요약|ملخص',
  ],
  [
    'language',
    'language|lang|sprache|langue|idioma|língua|lingua|taal|språk|sprog|kieli|język|язык|dil|bahasa|语言|語言|言語|언어|اللغة',
  ],
  [
    'source',
    'source|sources|via|quelle|fuente|fonte|bron|källa|kilde|lähde|źródło|источник|kaynak|sumber|来源|來源|出典|출처|المصدر',
  ],
  [
    'contact',
    'contact|contacts|media contact|media contacts|press contact|press contacts|media enquiries|phone|tel|telephone|mobile|fax|' +
      'email|e-mail|website|web|pressekontakt|kontakt|contact presse|contacto|contato|contatto',
  ],
  [
    'other',
    'url|link|permalink|location|place|city|country|photo|photos|photo by|photos by|photo credit|photograph|photographs|photography|photographer|' +
      'image|images|image credit|image source|picture|pictures|picture by|credit|credits|video|audio|caption|illustration|illustrations|foto|fotos|bild|bilder|' +
      'photo de|editor|editors|edited by|editing by|translated by|translation|translator|producer|produced by|copyright|word count|wordcount|length|dateline|load-date|priority|desk|copyright notice|' +
      'reading time|read time|estimated reading time|time to read|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|' +
      'время чтения|slug|status|id|guid|version|publisher|publication|newspaper|page|pages|edition|volume|issue|comments|views|shares|likes|reads|' +
      'to|cc|bcc|newsgroups|organization|organisation|message-id|references|in-reply-to|lines|path|xref|followup-to|reply-to|content-type|mime-version|' +
      'content-transfer-encoding|distribution|sender|return-path|delivered-to|x-mailer|user-agent|list-id|posting date|character set encoding|ebook|redakteur|redaktör|责任编辑|责编|编辑|編集',
  ],
];
