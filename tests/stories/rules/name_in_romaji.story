# Names in kana and in romaji
The roster writes kana, the system's accounts are in romaji: every spelling of the reading, in either order, is the person's name (contract
4, romaji key: Hepburn, Kunrei, passports, long vowels, n and m, small and large kana). Only u9 is somebody else: 大野雄二.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: M365
    owner: 税務課
    source: m365.csv
rules: {duplicate-account: {enabled: false}}

-- roster.csv --
職員番号,氏名,フリガナ,所属
001,大野 祐希,オオノ ユウキ,税務課
002,庄司 順子,シヨウジ ジユンコ,税務課
003,本間 慎一,ﾎﾝﾏ ｼﾝｲﾁ,税務課
004,服部 千鶴,はっとり ちづる,税務課

-- m365.csv --
利用者ID,職員番号,氏名
u1,001,Yuki Ohno
u2,001,ONO Yuuki
u3,001,"Ōno, Yūki (Zeimu)"
u4,002,Junko Shoji
u5,002,SYÔZI Zyunko
u6,003,Shin'ichi Homma
u7,003,Honma Shinichi
u8,004,CHIZURU HATTORI
u9,001,Yuji Ohno

-- expect exceptions --
name-mismatch  M365  u9  person_id=001
